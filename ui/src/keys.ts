import { mount } from 'svelte';

import KeysApp from './KeysApp.svelte';
import { TauriBackend } from './backend/tauri';
import type { KeysCommands } from './backend/contract';
import { painted } from './state/shared/painted';
import { KeysWindow } from './state/keys/keys.svelte';
import './styles/index.css';

const keys = new KeysWindow(new TauriBackend<KeysCommands>());

// Asked before anything is drawn. The answer is there in a few milliseconds; a first frame without
// a screen, drawn meanwhile, held it up for twenty (measured). It also brings the language, so that
// nothing is said in another one first.
await keys.start();
mount(KeysApp, { target: document.body, props: { keys } });
await painted();
await keys.painted();
