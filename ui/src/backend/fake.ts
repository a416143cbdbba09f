/**
 * Roles that live in memory, for tests and previews. Never part of a shipped bundle.
 *
 * A fake answers as the role would: it refuses what the role refuses, with the same codes. What
 * it is told to do besides (wait, fail) is chosen by the test.
 */
import { toFailure, type Backend, type CommandTable } from './backend';
import type { Failure } from './contract';

/** What a command of a table does. */
export type Handlers<C extends CommandTable<C>> = {
  [K in keyof C]: (request: C[K]['request']) => C[K]['response'] | Promise<C[K]['response']>;
};

/** One call that was made. */
export interface Call<C> {
  readonly command: keyof C & string;
  readonly request: unknown;
}

interface Held {
  readonly release: () => void;
}

/** A role in memory. */
export class FakeBackend<C extends CommandTable<C>> implements Backend<C> {
  /** Every call in the order in which it was made. */
  readonly calls: Call<C>[] = [];

  private readonly failures = new Map<keyof C, Failure[]>();
  private readonly held = new Map<keyof C, Held[]>();
  private readonly holding = new Set<keyof C>();

  constructor(private readonly handlers: Handlers<C>) {}

  async call<K extends keyof C & string>(
    command: K,
    request: C[K]['request'],
  ): Promise<C[K]['response']> {
    this.calls.push({ command, request: structuredClone(request) });
    const failure = this.failures.get(command)?.shift();
    if (this.holding.has(command))
      await new Promise<void>((release) => {
        this.held.set(command, [...(this.held.get(command) ?? []), { release }]);
      });
    if (failure) throw failure;
    try {
      return structuredClone(await this.handlers[command](structuredClone(request)));
    } catch (thrown) {
      throw toFailure(thrown);
    }
  }

  /** The next call of this command fails, so many times. */
  failNext(command: keyof C, failure: Failure, times = 1): void {
    const all = this.failures.get(command) ?? [];
    this.failures.set(command, [...all, ...Array<Failure>(times).fill(failure)]);
  }

  /** Calls of this command wait until they are let go. */
  hold(command: keyof C): void {
    this.holding.add(command);
  }

  /** Lets go of the calls of this command that wait, and holds no further ones. */
  release(command: keyof C): void {
    this.holding.delete(command);
    for (const held of this.held.get(command) ?? []) held.release();
    this.held.delete(command);
  }

  /** The requests of one command, in order. */
  requests<K extends keyof C & string>(command: K): C[K]['request'][] {
    return this.calls
      .filter((call) => call.command === command)
      .map((call) => call.request as C[K]['request']);
  }

  /** The names of all calls, in order. */
  get commands(): string[] {
    return this.calls.map((call) => call.command);
  }
}
