import { mount } from 'svelte';

import WalkThroughApp from './WalkThroughApp.svelte';
import './styles/index.css';

mount(WalkThroughApp, { target: document.body });
