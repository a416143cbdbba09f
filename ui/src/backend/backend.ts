/**
 * The one seam between the screens and the role that serves them.
 *
 * Everything above this line works with the interface; `tauri.ts` is the only file that knows
 * how a call travels, `fake.ts` answers from memory in tests and previews.
 */
import type { Failure, StoreCheck } from './contract';

/** What a contract table must look like: a request and a response for each command. */
export type CommandTable<C> = { [K in keyof C]: { request: unknown; response: unknown } };

/** Calls commands of one role and hears its events. */
export interface Backend<C extends CommandTable<C>> {
  /** Carries out one command. Rejects with a {@link Failure}, never with anything else. */
  call<K extends keyof C & string>(command: K, request: C[K]['request']): Promise<C[K]['response']>;

  /** Hears an event until the returned function is called. */
  listen<E extends keyof Events>(
    event: E,
    heard: (payload: Events[E]) => void,
  ): Promise<() => void>;
}

/** What a menu of the window may ask for. */
export type MenuAction =
  | 'new-contact'
  | 'lock'
  | 'quit'
  | 'text-larger'
  | 'text-smaller'
  | 'text-normal'
  | 'settings'
  | 'help';

/** What a role tells its window without being asked. */
export interface Events {
  /** A menu item was chosen. */
  menu: MenuAction;
  /** The window is being closed: save everything, then ask the role to quit. */
  'close-requested': null;
  /** The checks of the store went a step further. */
  'store-check': StoreCheck;
}

/** Whether a thrown value is a failure of the contract. */
export function isFailure(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    typeof thrown.code === 'string'
  );
}

/**
 * Makes a failure of whatever was thrown. What we do not know becomes `internal` without its
 * text: a message may quote what a person typed.
 */
export function toFailure(thrown: unknown): Failure {
  return isFailure(thrown) ? thrown : { code: 'internal', incident: 0 };
}
