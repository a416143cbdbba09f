import { mount } from 'svelte';

import JournalApp from './JournalApp.svelte';
import './styles/index.css';

mount(JournalApp, { target: document.body });
