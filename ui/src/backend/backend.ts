/**
 * The one seam between the screens and the role that serves them.
 *
 * Everything above this line works with the interface; `tauri.ts` is the only file that knows
 * how a call travels, `fake.ts` answers from memory in tests and previews.
 */
import type { Failure } from './contract';

/** What a contract table must look like: a request and a response for each command. */
export type CommandTable<C> = { [K in keyof C]: { request: unknown; response: unknown } };

/** Calls commands of one role. What a role has to say unasked is a command that waits. */
export interface Backend<C extends CommandTable<C>> {
  /** Carries out one command. Rejects with a {@link Failure}, never with anything else. */
  call<K extends keyof C & string>(command: K, request: C[K]['request']): Promise<C[K]['response']>;
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
