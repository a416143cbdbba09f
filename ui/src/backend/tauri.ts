/** How a call travels to Rust. The only file that imports `@tauri-apps/api`. */
import { invoke, type InvokeArgs } from '@tauri-apps/api/core';

import { toFailure, type Backend, type CommandTable, type Events } from './backend';
import type { ShellEvent } from './contract';

type Heard = { [E in keyof Events]?: Set<(payload: Events[E]) => void> };

/** The backend of a role, over Tauri's message channel. */
export class TauriBackend<C extends CommandTable<C>> implements Backend<C> {
  readonly #heard: Heard = {};
  #listening = false;

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

  async listen<E extends keyof Events>(
    event: E,
    heard: (payload: Events[E]) => void,
  ): Promise<() => void> {
    const all = ((this.#heard[event] as Set<typeof heard> | undefined) ??= new Set());
    (this.#heard as Record<E, Set<typeof heard>>)[event] = all;
    all.add(heard);
    void this.#listen();
    return () => all.delete(heard);
  }

  /**
   * Asks for one event after the other. A command that waits needs no event plugin, and with it
   * no right to listen to or send anything else.
   */
  async #listen(): Promise<void> {
    if (this.#listening) return;
    this.#listening = true;
    try {
      for (;;) this.#tell(await invoke<ShellEvent>('await_event', { request: null }));
    } catch {
      // The role has no events, or it is ending and the window with it.
      this.#listening = false;
    }
  }

  #tell(event: ShellEvent): void {
    switch (event.kind) {
      case 'menu':
        return this.#heard.menu?.forEach((heard) => heard(event.action));
      case 'close-requested':
        return this.#heard['close-requested']?.forEach((heard) => heard(null));
      case 'store-check':
        return this.#heard['store-check']?.forEach((heard) => heard(event.check));
    }
  }
}
