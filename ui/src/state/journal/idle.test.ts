import { describe, expect, it } from 'vitest';

import { Idle } from './idle.svelte';
import { TestClock } from './testing';

function watch(minutes = 5): {
  clock: TestClock;
  idle: Idle;
  locks: () => number;
  set: (minutes: number) => void;
} {
  const clock = new TestClock();
  let locks = 0;
  let setting = minutes;
  const idle = new Idle(
    clock,
    () => setting,
    () => (locks += 1),
  );
  return { clock, idle, locks: () => locks, set: (next) => (setting = next) };
}

describe('nobody is there', () => {
  it('gives a notice for the last sixty seconds, then locks once', async () => {
    const { clock, idle, locks } = watch();
    await clock.pass(4 * 60_000 - 1);
    expect(idle.secondsLeft).toBeNull();
    await clock.pass(1);
    expect(idle.secondsLeft).toBe(60);
    await clock.pass(10_000);
    expect(idle.secondsLeft).toBe(50);
    expect(locks()).toBe(0);
    await clock.pass(50_000);
    expect(locks()).toBe(1);
    await clock.pass(60 * 60_000);
    expect(locks()).toBe(1);
  });

  it('says the seconds a few times, not every second', async () => {
    const { clock, idle } = watch();
    const said = new Set<number | null>();
    await clock.pass(4 * 60_000);
    for (let second = 0; second < 60; second += 1) {
      said.add(idle.secondsSaid);
      await clock.pass(1_000);
    }
    expect([...said]).toEqual([60, 30, 10]);
  });

  it('starts anew at a sign of life', async () => {
    const { clock, idle, locks } = watch();
    await clock.pass(4 * 60_000 + 30_000);
    idle.active();
    expect(idle.secondsLeft).toBeNull();
    await clock.pass(4 * 60_000 - 1_000);
    expect(idle.secondsLeft).toBeNull();
    await clock.pass(61_000);
    expect(locks()).toBe(1);
  });

  it('locks at once when the machine slept past the limit, on the first timer', async () => {
    const { clock, locks } = watch();
    clock.sleep(60 * 60_000);
    expect(locks()).toBe(0);
    await clock.pass(5_000);
    expect(locks()).toBe(1);
  });

  it('does not take the key that wakes a machine for somebody being there', () => {
    const { clock, idle, locks } = watch();
    clock.sleep(60 * 60_000);
    idle.active();
    expect(locks()).toBe(1);
  });

  it('follows a changed setting', async () => {
    const { clock, idle, locks, set } = watch(15);
    await clock.pass(3 * 60_000);
    set(2);
    idle.look();
    expect(locks()).toBe(1);
  });

  it('does not greet with the notice where the setting is one minute', async () => {
    const { clock, idle, locks } = watch(1);
    expect(idle.secondsLeft).toBeNull();
    await clock.pass(30_000);
    expect(idle.secondsLeft).toBe(30);
    await clock.pass(30_000);
    expect(locks()).toBe(1);
  });

  it('gains no time from a clock that was set back', async () => {
    const { clock, locks } = watch();
    clock.sleep(-60 * 60_000);
    await clock.pass(6 * 60_000);
    expect(locks()).toBe(1);
  });
});
