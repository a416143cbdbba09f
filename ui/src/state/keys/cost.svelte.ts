// What unlocking may cost: measured on this machine, and chosen.
import type { Backend } from '../../backend/backend';
import type { CostChoice, KeysCommands } from '../../backend/contract';

/** A choice that this machine has the memory for. */
export type Measured = CostChoice & { readonly milliseconds: number };

export class UnlockCost {
  /** What it costs now, in MiB of memory; none before it was measured. */
  now = $state<number | null>(null);
  choices = $state.raw<readonly CostChoice[]>([]);
  /** What was chosen, in MiB of memory. */
  chosen = $state<number | null>(null);

  readonly possible = $derived(
    this.choices.filter((choice): choice is Measured => choice.milliseconds !== null),
  );
  readonly impossible = $derived(this.choices.filter(({ milliseconds }) => milliseconds === null));

  readonly #backend: Backend<KeysCommands>;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
  }

  /** Measures every choice, which takes as long as they take. */
  async measure(): Promise<void> {
    const { now, choices } = await this.#backend.call('list_costs', null);
    this.now = now;
    this.choices = choices;
    this.chosen = this.possible.find(({ mebibytes }) => mebibytes === now)?.mebibytes ?? null;
  }

  /** Makes the choice hold; where it is what holds already, nothing is written. */
  async change(): Promise<void> {
    if (this.chosen === null || this.chosen === this.now) return;
    await this.#backend.call('change_cost', { mebibytes: this.chosen });
  }
}
