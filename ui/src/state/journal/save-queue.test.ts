import { describe, expect, it } from 'vitest';

import type { Failure, Moment } from '../../backend/contract';
import { SaveQueue, type Savable } from './save-queue.svelte';
import { settled, TestClock } from './testing';

/** A text whose saves a test holds, fails and counts. */
class Text implements Savable {
  text = '';
  stored = '';
  readonly saves: { text: string; at: number }[] = [];
  failure: Failure | null = null;
  gate: Promise<void> | null = null;
  running = 0;
  most = 0;

  constructor(private readonly clock: TestClock) {}

  get dirty(): boolean {
    return this.text !== this.stored;
  }

  async save(): Promise<Moment> {
    const { text } = this;
    this.saves.push({ text, at: this.clock.now() });
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    await this.gate;
    this.running -= 1;
    if (this.failure) throw this.failure;
    this.stored = text;
    return '2026-11-21T14:32:00+01:00' as Moment;
  }
}

function set(): { clock: TestClock; queue: SaveQueue; text: Text; type: (text: string) => void } {
  const clock = new TestClock();
  const queue = new SaveQueue(clock);
  const text = new Text(clock);
  return {
    clock,
    queue,
    text,
    type(typed) {
      text.text = typed;
      queue.changed(text);
    },
  };
}

function gate(): { wait: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const wait = new Promise<void>((resolve) => (open = resolve));
  return { wait, open };
}

describe('the save queue', () => {
  it('saves within two seconds of the first unsaved key, however long one types on', async () => {
    const { clock, text, type } = set();
    const start = clock.now();
    for (let key = 1; key <= 100; key += 1) {
      type('a'.repeat(key));
      await clock.pass(100);
    }
    const times = text.saves.map(({ at }) => at - start);
    expect(times[0]).toBeLessThanOrEqual(2_000);
    for (const [index, at] of times.entries())
      if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeLessThanOrEqual(2_000);
    await clock.pass(2_000);
    expect(text.stored).toBe('a'.repeat(100));
  });

  it('does not save for each key', async () => {
    const { clock, text, type } = set();
    for (let key = 1; key <= 20; key += 1) {
      type('a'.repeat(key));
      await clock.pass(20);
    }
    await clock.pass(2_000);
    expect(text.saves).toHaveLength(1);
  });

  it('runs one save at a time, and saves next what was typed meanwhile', async () => {
    const { clock, text, type, queue } = set();
    const { wait, open } = gate();
    text.gate = wait;
    type('een');
    await clock.pass(2_000);
    type('een twee');
    await clock.pass(10_000);
    expect(text.saves).toHaveLength(1);
    text.gate = null;
    open();
    await settled();
    await clock.pass(0);
    expect(text.saves.map(({ text }) => text)).toEqual(['een', 'een twee']);
    expect(text.most).toBe(1);
    expect(queue.settled).toBe(true);
  });

  it('flushes at once, and what was typed during the flush too', async () => {
    const { text, type, queue } = set();
    const { wait, open } = gate();
    text.gate = wait;
    type('een');
    const flushed = queue.flush();
    await settled();
    type('een twee');
    text.gate = null;
    open();
    await flushed;
    expect(text.stored).toBe('een twee');
    expect(queue.settled).toBe(true);
  });

  it('keeps a text that failed, says so, and tries again with growing pauses', async () => {
    const { clock, text, type, queue } = set();
    text.failure = { code: 'disk-full' };
    type('blijft staan');
    await clock.pass(30_000);
    expect(text.text).toBe('blijft staan');
    expect(queue.status).toEqual({ kind: 'failed', failure: { code: 'disk-full' } });
    const pauses = text.saves.slice(1).map(({ at }, index) => at - (text.saves[index]?.at ?? 0));
    expect(pauses.length).toBeGreaterThan(2);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(new Set(pauses).size).toBe(pauses.length);

    text.failure = null;
    await clock.pass(30_000);
    expect(text.stored).toBe('blijft staan');
    expect(queue.status.kind).toBe('saved');
  });

  it('tries again on the next key, without the rest of a long pause', async () => {
    const { clock, text, type } = set();
    text.failure = { code: 'disk-full' };
    type('een');
    await clock.pass(16_500);
    const before = text.saves.length;
    text.failure = null;
    type('een twee');
    await clock.pass(1_100);
    expect(text.saves.length).toBe(before + 1);
    expect(text.stored).toBe('een twee');
  });

  it('rejects a flush that could not save, after a fresh try, and keeps the text', async () => {
    const { text, type, queue } = set();
    text.failure = { code: 'disk-full' };
    type('een');
    await expect(queue.flush()).rejects.toEqual({ code: 'disk-full' });
    expect(queue.settled).toBe(false);
    await expect(queue.flush()).rejects.toEqual({ code: 'disk-full' });
    expect(text.saves).toHaveLength(2);
    text.failure = null;
    await queue.flush();
    expect(text.stored).toBe('een');
  });

  it('does not let one text that fails keep another from the disk', async () => {
    const { clock, queue, text, type } = set();
    const other = new Text(clock);
    text.failure = { code: 'text-too-long', most: 1 };
    type('te lang');
    other.text = 'gaat wel';
    queue.changed(other);
    await clock.pass(2_000);
    expect(other.stored).toBe('gaat wel');
    expect(queue.status).toEqual({ kind: 'failed', failure: { code: 'text-too-long', most: 1 } });
  });

  it('takes what a host throws as an internal failure, without its words', async () => {
    const { text, type, queue } = set();
    text.save = () => Promise.reject(new Error('blauwe reiger'));
    type('een');
    await expect(queue.flush()).rejects.toEqual({ code: 'internal', incident: 0 });
  });
});
