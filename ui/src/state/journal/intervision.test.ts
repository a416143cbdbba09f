/** A meeting as state: its places, and time that does not drift, sleep or run on by itself. */
import { describe, expect, it, vi } from 'vitest';

import { fillSheets } from '../../backend/fake-sheet-specimens';
import type { FormHead, MethodView } from '../../backend/contract';
import { Contributions, IntervisionRound, type TimeSaid } from './intervision.svelte';
import { opened, settled, TestClock } from './testing';

const MINUTE = 60_000;

const method = (...minutes: number[]): MethodView => ({
  id: 'proef',
  name: 'Proef',
  explanation: 'Om te proberen.',
  steps: minutes.map((each, at) => ({ text: `Stap ${at + 1}`, who: null, minutes: each })),
  sources: [],
});

/** Sixty minutes in all. */
const whole = method(10, 20, 15, 14, 1);

function meeting(of: MethodView = whole): { clock: TestClock; round: IntervisionRound } {
  const clock = new TestClock();
  const round = new IntervisionRound(clock, {
    method: of,
    agreements: [],
    contribution: null,
    result: null,
  });
  return { clock, round };
}

describe('the places of a meeting', () => {
  it('are what is agreed, what is brought in, the steps and the end', () => {
    const round = new IntervisionRound(new TestClock(), {
      method: method(1, 2),
      agreements: ['Het blijft hier.'],
      contribution: [],
      result: null,
    });
    const places = [round.place];
    while (round.go(1)) places.push(round.place);
    expect(places).toEqual([
      { kind: 'agreements' },
      { kind: 'contribution' },
      { kind: 'step', index: 0 },
      { kind: 'step', index: 1 },
      { kind: 'end' },
    ]);
    expect(round.underWay).toBe(false);
  });

  it('begin with the first step where there is nothing before it, and can be ended at once', () => {
    const { round } = meeting();
    expect(round.place).toEqual({ kind: 'step', index: 0 });
    expect(round.underWay).toBe(true);
    expect(round.go(-1)).toBe(false);
    round.end();
    expect(round.place).toEqual({ kind: 'end' });
    expect(round.running).toBe(false);
    expect(round.go(1)).toBe(false);
  });
});

describe('time', () => {
  it('runs through sixty minutes, and waits at the end of each step', async () => {
    const { clock, round } = meeting();
    for (const [at, { minutes }] of whole.steps.entries()) {
      expect(round.place).toEqual({ kind: 'step', index: at });
      expect(round.seconds).toBe(minutes * 60);
      await clock.pass(minutes * MINUTE - 1_000);
      expect(round.seconds).toBe(1);
      expect(round.over).toBe(false);
      await clock.pass(1_000);
      expect(round.over).toBe(true);
      expect(round.running).toBe(false);
      // Nobody is talked over: it stands there for as long as they talk.
      await clock.pass(90_000);
      expect(round.place).toEqual({ kind: 'step', index: at });
      expect(round.seconds).toBe(0);
      round.go(1);
    }
    expect(round.place).toEqual({ kind: 'end' });
  });

  it('stands still while it is paused, for however long', async () => {
    const { clock, round } = meeting();
    await clock.pass(90_500);
    round.pause();
    expect(round.running).toBe(false);
    expect(round.left).toBe(10 * MINUTE - 90_500);
    await clock.pass(3_600_000);
    expect(round.left).toBe(10 * MINUTE - 90_500);
    round.resume();
    await clock.pass(500);
    expect(round.left).toBe(10 * MINUTE - 91_000);
    expect(round.running).toBe(true);
  });

  it('does not drift when a window is slow to look', async () => {
    const clock = new TestClock();
    const late = {
      now: () => clock.now(),
      // Every look comes 700 milliseconds late.
      after: (milliseconds: number, call: () => void) => clock.after(milliseconds + 700, call),
    };
    const round = new IntervisionRound(late, {
      method: method(5),
      agreements: [],
      contribution: null,
      result: null,
    });
    await clock.pass(4 * MINUTE);
    expect(round.seconds).toBeGreaterThanOrEqual(60);
    expect(round.seconds).toBeLessThanOrEqual(62);
    await clock.pass(MINUTE + 1_700);
    expect(round.over).toBe(true);
  });

  it('goes on where it would be after a machine slept, and is over when it slept too long', async () => {
    const { clock, round } = meeting();
    clock.sleep(4 * MINUTE);
    await clock.pass(1_000);
    expect(round.seconds).toBe(6 * 60 - 1);
    clock.sleep(3_600_000);
    await clock.pass(1_000);
    expect(round.over).toBe(true);
    expect(round.place).toEqual({ kind: 'step', index: 0 });
  });

  it('gets no longer when the clock is set back', async () => {
    const { clock, round } = meeting();
    await clock.pass(MINUTE);
    clock.sleep(-3_600_000);
    await clock.pass(1_000);
    expect(round.left).toBeLessThanOrEqual(9 * MINUTE);
    await clock.pass(9 * MINUTE);
    expect(round.over).toBe(true);
  });

  it('can be a minute more, also when it was over', async () => {
    const { clock, round } = meeting(method(1, 1));
    round.more();
    expect(round.seconds).toBe(120);
    expect(round.whole).toBe(2 * MINUTE);
    await clock.pass(2 * MINUTE);
    expect(round.over).toBe(true);
    round.more();
    expect(round.over).toBe(false);
    expect(round.running).toBe(true);
    expect(round.seconds).toBe(60);
  });

  it('stays paused when a minute is added to it', async () => {
    const { clock, round } = meeting(method(2));
    round.pause();
    round.more();
    expect(round.running).toBe(false);
    await clock.pass(MINUTE);
    expect(round.seconds).toBe(180);
  });

  it('of a step is what it was when one comes back to it', async () => {
    const { clock, round } = meeting();
    await clock.pass(4 * MINUTE);
    round.go(1);
    await clock.pass(MINUTE);
    round.go(-1);
    expect(round.seconds).toBe(6 * 60);
    expect(round.running).toBe(true);
    round.go(1);
    expect(round.seconds).toBe(19 * 60);
  });

  it('waits while the screen is away', async () => {
    const { clock, round } = meeting();
    round.rest();
    await clock.pass(MINUTE);
    expect(round.seconds).toBe(600);
  });

  it('cannot be made to run where there is none', () => {
    const { round } = meeting();
    round.end();
    round.resume();
    round.more();
    round.pause();
    expect(round.running).toBe(false);
    expect(round.seconds).toBe(0);
  });
});

describe('what is said of the time', () => {
  async function heard(of: MethodView): Promise<TimeSaid['kind'][]> {
    const { clock, round } = meeting(of);
    const kinds: TimeSaid['kind'][] = [];
    let last: TimeSaid | null = null;
    const minutes = of.steps[0]?.minutes ?? 0;
    for (let second = 0; second <= minutes * 60 + 5; second += 1) {
      if (round.said !== null && round.said !== last) kinds.push(round.said.kind);
      last = round.said;
      await clock.pass(1_000);
    }
    return kinds;
  }

  it('is the beginning, the half, one minute and the end, and no more', async () => {
    expect(await heard(method(10))).toEqual(['start', 'half', 'minute', 'over']);
  });

  it('is less in a short step', async () => {
    expect(await heard(method(3))).toEqual(['start', 'minute', 'over']);
    expect(await heard(method(1))).toEqual(['start', 'over']);
  });

  it('is what matters most after a sleep', async () => {
    const { clock, round } = meeting();
    clock.sleep(9 * MINUTE + 10_000);
    await clock.pass(1_000);
    expect(round.said).toEqual({ kind: 'minute' });
  });
});

describe('somebody is there', () => {
  it('while the time runs, and not while it is paused or over', async () => {
    const { clock, round } = meeting(method(1));
    const present = vi.fn();
    round.onpresent = present;
    await clock.pass(10_000);
    expect(present).toHaveBeenCalledTimes(10);
    round.pause();
    present.mockClear();
    await clock.pass(MINUTE);
    expect(present).not.toHaveBeenCalled();
    round.resume();
    await clock.pass(50_000);
    expect(round.over).toBe(true);
    present.mockClear();
    await clock.pass(10 * MINUTE);
    expect(present).not.toHaveBeenCalled();
  });
});

describe('what is brought in', () => {
  async function own(): Promise<{
    role: Awaited<ReturnType<typeof opened>>;
    forms: FormHead[];
    contributions: Contributions;
  }> {
    const role = await opened();
    fillSheets(role.store, [
      { form: 'inbreng', daysAgo: 9, answers: { vraag: 'Hoe blijf ik rustig?' } },
      {
        form: 'inbreng',
        daysAgo: 2,
        answers: { situatie: 'Ik sprak met Fatima.', vraag: 'En Fatima vroeg iets.' },
      },
      { form: 'inbreng', daysAgo: 1, answers: {} },
    ]);
    await role.journal.handbook.load();
    const forms =
      role.journal.handbook.view?.forms.filter((one) => one.intervision === 'contribution') ?? [];
    const contributions = new Contributions(role.backend);
    await contributions.load(forms);
    return { role, forms, contributions };
  }

  it('is one of the own sheets in which something stands, the latest first', async () => {
    const { contributions, forms } = await own();
    expect(forms.map(({ title }) => title)).toEqual(['Inbreng voor intervisie']);
    expect(contributions.sheets?.map(({ steps }) => steps[0]?.answer?.text)).toEqual([
      'Ik sprak met Fatima.',
      'Hoe blijf ik rustig?',
    ]);
  });

  it('is looked at for persons before anybody sees it', async () => {
    const { contributions } = await own();
    await contributions.choose(contributions.sheets?.[0]?.entry ?? null);
    expect(contributions.found).toEqual([
      { label: 'De situatie, in algemene woorden', words: 'Fatima', kind: 'name' },
      { label: 'Mijn vraag', words: 'Fatima', kind: 'name' },
    ]);
    await contributions.choose(contributions.sheets?.[1]?.entry ?? null);
    expect(contributions.found).toEqual([]);
  });

  it('finds nothing more in what is no person', async () => {
    const { contributions, role } = await own();
    await contributions.choose(contributions.sheets?.[0]?.entry ?? null);
    const [one] = contributions.found ?? [];
    if (one) await contributions.spare(one);
    expect(contributions.found).toEqual([]);
    expect(role.backend.requests('spare_finding')).toEqual([{ kind: 'name', text: 'Fatima' }]);
  });

  it('says when it could not be looked at, and can be looked at again', async () => {
    const { contributions, role } = await own();
    role.backend.failNext('mirror_text', { code: 'internal', incident: 1 });
    await contributions.choose(contributions.sheets?.[1]?.entry ?? null);
    expect(contributions.failed).toBe(true);
    expect(contributions.found).toBeNull();
    await contributions.look();
    expect(contributions.failed).toBe(false);
    expect(contributions.found).toEqual([]);
  });

  it('shows what belongs to the sheet that was chosen last', async () => {
    const { contributions, role } = await own();
    role.backend.hold('mirror_text');
    void contributions.choose(contributions.sheets?.[0]?.entry ?? null);
    await settled();
    const second = contributions.choose(contributions.sheets?.[1]?.entry ?? null);
    role.backend.release('mirror_text');
    await second;
    await settled();
    expect(contributions.found).toEqual([]);
    await contributions.choose(null);
    expect(contributions.found).toBeNull();
  });
});
