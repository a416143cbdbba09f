import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeWalkThrough, SHOWN } from '../../backend/fake-walk-through';
import type { WalkThroughBegins } from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { WalkThroughWindow } from './walk-through.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  speech.resident = 'inwoner';
  speech.worker = 'consulent';
});

const MINUTE = 60_000;

async function opened(changes: Partial<WalkThroughBegins> = {}) {
  const { backend, say } = fakeWalkThrough(changes);
  const walk = new WalkThroughWindow(backend);
  await walk.start();
  void walk.painted();
  await vi.advanceTimersByTimeAsync(0);
  return {
    backend,
    walk,
    say: async (event: Parameters<typeof say>[0]) => {
      say(event);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('pages', () => {
  it('begin with what is agreed and end with an end, one step at a time', async () => {
    const { walk } = await opened();
    expect(walk.phase).toBe('agreements');
    walk.next();
    expect(walk.phase, 'only its own button begins').toBe('agreements');
    walk.begin();
    const seen = [];
    while (walk.phase === 'page') {
      seen.push(walk.page);
      walk.next();
    }
    expect(seen).toEqual(SHOWN.pages);
    expect(walk.phase).toBe('end');
    expect(walk.page).toBeNull();
    walk.next();
    expect(walk.phase).toBe('end');
    for (const page of [...SHOWN.pages].reverse()) {
      walk.previous();
      expect(walk.page).toEqual(page);
    }
    walk.previous();
    expect(walk.phase).toBe('agreements');
  });

  it('speak with the words of the organisation', async () => {
    await opened({ shown: { ...SHOWN, residentWord: 'kandidaat', workerWord: 'klantmanager' } });
    expect([speech.resident, speech.worker]).toEqual(['kandidaat', 'klantmanager']);
  });

  it('stay away when nothing comes', async () => {
    const { backend } = fakeWalkThrough();
    backend.failNext('await_walk_through', { code: 'internal', incident: 7 });
    const walk = new WalkThroughWindow(backend);
    await walk.start();
    await walk.painted();
    walk.cover();
    await walk.askMoreTime();
    expect(walk.phase).toBe('waiting');
    expect(walk.veil).toBeNull();
    expect(walk.failure).toEqual({ code: 'internal', incident: 7 });
    expect(backend.commands).toEqual(['await_walk_through']);
  });
});

describe('covering', () => {
  it('is done at once and undone only on purpose', async () => {
    const { walk } = await opened();
    walk.begin();
    walk.cover();
    expect(walk.veil).toBe('hand');
    walk.cover();
    expect(walk.veil).toBe('hand');
    walk.next();
    walk.previous();
    expect(walk.page).toEqual(SHOWN.pages[0]);
    walk.uncover();
    expect(walk.veil).toBeNull();
  });

  it('by time is not undone by hand', async () => {
    const { walk, say } = await opened();
    walk.cover();
    await say({ kind: 'time-over' });
    expect(walk.veil).toBe('over');
    walk.uncover();
    expect(walk.veil).toBe('over');
    await walk.askMoreTime();
    await say({ kind: 'more-time', secondsLeft: 900 });
    expect(walk.veil, 'what was covered by hand stays so').toBe('hand');
  });
});

describe('the clock', () => {
  it('begins when the first screen is there, and says another word each minute', async () => {
    const { backend } = fakeWalkThrough({ secondsLeft: 20 * 60 });
    const walk = new WalkThroughWindow(backend);
    await walk.start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(walk.clock.minutesLeft).toBeNull();
    void walk.painted();
    const said = [];
    for (let minute = 0; minute < 20; minute += 1) {
      said.push(walk.clock.minutesLeft);
      expect(walk.clock.isSoon).toBe(minute >= 15);
      await vi.advanceTimersByTimeAsync(MINUTE);
    }
    expect(said).toEqual(Array.from({ length: 20 }, (_, minute) => 20 - minute));
    expect(walk.clock.minutesLeft).toBeNull();
    expect(walk.veil, 'over without a word from Rust').toBe('over');
  });

  it('wakes once a minute', async () => {
    await opened();
    let woken = 0;
    for (; vi.getTimerCount() > 0; woken += 1) await vi.advanceTimersToNextTimerAsync();
    expect(woken).toBe(SHOWN.minutes);
  });

  it('heeds Rust before its own reckoning, and looks again at once when told to', async () => {
    const { walk, say } = await opened();
    await say({ kind: 'time-over' });
    expect(walk.veil).toBe('over');
    expect(vi.getTimerCount()).toBe(0);

    const { walk: other } = await opened();
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    expect(other.veil).toBeNull();
    other.clock.tick();
    expect(other.veil).toBe('over');
  });
});

describe('more time', () => {
  it('covers everything while it is asked, and goes on where it was', async () => {
    const { backend, walk, say } = await opened();
    walk.begin();
    walk.next();
    await say({ kind: 'time-over' });
    await walk.askMoreTime();
    expect(backend.commands).toContain('ask_more_time');
    expect(walk.veil).toBe('asked');
    walk.uncover();
    expect(walk.veil).toBe('asked');
    await say({ kind: 'more-time', secondsLeft: 900 });
    expect(walk.veil).toBeNull();
    expect(walk.page).toEqual(SHOWN.pages[1]);
    expect(walk.clock.minutesLeft).toBe(15);
  });

  it('that nobody gives leaves everything covered, before the end of the time and after', async () => {
    const { walk, say } = await opened();
    await walk.askMoreTime();
    await say({ kind: 'no-more-time' });
    expect(walk.veil).toBe('hand');
    await say({ kind: 'time-over' });
    await walk.askMoreTime();
    await say({ kind: 'no-more-time' });
    expect(walk.veil).toBe('over');
  });

  it('that cannot be asked leaves everything covered and says so', async () => {
    const { backend, walk } = await opened();
    backend.failNext('ask_more_time', { code: 'out-of-turn' });
    await walk.askMoreTime();
    expect(walk.veil).toBe('hand');
    expect(walk.failure).toEqual({ code: 'out-of-turn' });
    await walk.askMoreTime();
    expect(walk.failure).toBeNull();
  });
});

describe('the end', () => {
  it('covers before it is asked for, and is asked for once', async () => {
    const { backend, walk } = await opened();
    void walk.end();
    void walk.end();
    expect(walk.veil).toBe('ending');
    walk.uncover();
    await walk.askMoreTime();
    expect(walk.veil).toBe('ending');
    expect(backend.requests('end_walk_through')).toHaveLength(1);
    expect(backend.requests('ask_more_time')).toHaveLength(0);
  });

  it('that fails leaves everything covered', async () => {
    const { backend, walk } = await opened();
    backend.failNext('end_walk_through', { code: 'internal', incident: 3 });
    await walk.end();
    expect(walk.veil).toBe('hand');
    expect(walk.failure).toEqual({ code: 'internal', incident: 3 });
  });
});

it('what its role says is still heard after the role once could not answer', async () => {
  const { backend, say } = fakeWalkThrough({});
  backend.failNext('await_walk_event', { code: 'out-of-turn' });
  const walk = new WalkThroughWindow(backend);
  await walk.start();
  void walk.painted();
  await vi.advanceTimersByTimeAsync(1_100);
  walk.begin();
  say({ kind: 'time-over' });
  await vi.advanceTimersByTimeAsync(0);
  expect(walk.veil).toBe('over');
  say({ kind: 'more-time', secondsLeft: 900 });
  await vi.advanceTimersByTimeAsync(0);
  expect(walk.veil).toBeNull();
});

describe('the size of text', () => {
  it('changes in this window alone and goes back to what it was', async () => {
    const { backend, walk } = await opened({ appearance: { language: 'nl', textSize: 'large' } });
    const size = () => document.documentElement.dataset['textSize'];
    expect(size()).toBe('large');
    walk.stepTextSize(1);
    walk.stepTextSize(1);
    expect(size()).toBe('largest');
    walk.stepTextSize(1);
    expect(size()).toBe('largest');
    walk.stepTextSize(-1);
    expect(size()).toBe('larger');
    walk.stepTextSize(null);
    expect(size()).toBe('large');
    expect(backend.commands).toEqual([
      'await_walk_through',
      'walk_through_painted',
      'await_walk_event',
    ]);
  });
});
