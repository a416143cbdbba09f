import { mount } from 'svelte';

import KeysApp from './KeysApp.svelte';
import { TauriBackend } from './backend/tauri';
import type { KeysCommands } from './backend/contract';
import { painted } from './state/shared/painted';
import { KeysWindow } from './state/keys/keys.svelte';
import './styles/index.css';

const keys = new KeysWindow(new TauriBackend<KeysCommands>());
mount(KeysApp, { target: document.body, props: { keys } });

await keys.start();
await painted();
await keys.painted();
