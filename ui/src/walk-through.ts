import { mount } from 'svelte';

import WalkThroughApp from './WalkThroughApp.svelte';
import { TauriBackend } from './backend/tauri';
import type { WalkThroughCommands } from './backend/contract';
import { painted } from './state/shared/painted';
import { WalkThroughWindow } from './state/walk-through/walk-through.svelte';
import './styles/index.css';

const walk = new WalkThroughWindow(new TauriBackend<WalkThroughCommands>());

// The window is hidden until the texts have come, so that nothing is drawn before them. They also
// bring the language.
await walk.start();
mount(WalkThroughApp, { target: document.body, props: { walk } });
await painted();
await walk.painted();
