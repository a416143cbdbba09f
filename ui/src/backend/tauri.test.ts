import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { JournalCommands } from './contract';
import { TauriBackend } from './tauri';

const invoke = vi.hoisted(() => vi.fn());
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

beforeEach(() => {
  invoke.mockReset();
});

describe('the seam to Rust', () => {
  it('sends every request under one name, and null where a command has none', async () => {
    invoke.mockResolvedValue({ rows: [], next: null });
    const backend = new TauriBackend<JournalCommands>();
    expect(await backend.call('list_entries', { after: null })).toEqual({ rows: [], next: null });
    await backend.call('list_bin', null);
    expect(invoke.mock.calls).toEqual([
      ['list_entries', { request: { after: null } }],
      ['list_bin', { request: null }],
    ]);
  });

  it('passes a failure of the contract on as it is', async () => {
    invoke.mockRejectedValue({ code: 'text-too-long', most: 9 });
    await expect(new TauriBackend<JournalCommands>().call('list_bin', null)).rejects.toEqual({
      code: 'text-too-long',
      most: 9,
    });
  });

  it.each([['a sentence with a name in it'], [new Error('a name')], [undefined], [{ code: 7 }]])(
    'lets nothing else through: %s',
    async (thrown) => {
      invoke.mockRejectedValue(thrown);
      await expect(new TauriBackend<JournalCommands>().call('list_bin', null)).rejects.toEqual({
        code: 'internal',
        incident: 0,
      });
    },
  );
});
