/** How a call travels to Rust. The only file that imports `@tauri-apps/api`. */
import { invoke, type InvokeArgs } from '@tauri-apps/api/core';

import { toFailure, type Backend, type CommandTable } from './backend';

/** The backend of a role, over Tauri's message channel. */
export class TauriBackend<C extends CommandTable<C>> implements Backend<C> {
  async call<K extends keyof C & string>(
    command: K,
    request: C[K]['request'],
  ): Promise<C[K]['response']> {
    try {
      // Commands without a request get `null` too, so that every adapter in Rust has one shape.
      return await invoke<C[K]['response']>(command, { request } as InvokeArgs);
    } catch (thrown) {
      throw toFailure(thrown);
    }
  }
}
