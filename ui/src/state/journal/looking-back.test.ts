/** What returns: the state of one visit, over a role in memory. */
import { describe, expect, it } from 'vitest';

import type { Day, EntryId, Month } from '../../backend/contract';
import { aYear } from '../../backend/fake-looking-back-specimens';
import { LookingBack, OnRequest } from './looking-back.svelte';
import { opened, settled } from './testing';

async function visiting(options: Parameters<typeof opened>[0] = {}) {
  const all = await opened({ specimens: aYear, ...options });
  const visit = new LookingBack(all.backend, all.journal, all.journal.today);
  return { ...all, visit };
}

describe('an answer on request', () => {
  it('drops a late answer to an old question', async () => {
    const asked = new OnRequest<string>();
    let answer: (text: string) => void = () => undefined;
    const slow = asked.ask(() => new Promise((resolve) => (answer = resolve)));
    await asked.ask(() => Promise.resolve('new'));
    answer('old');
    await slow;
    expect(asked.value).toBe('new');
    expect(asked.loading).toBe(false);
  });

  it('drops a late failure too, and one that was forgotten', async () => {
    const asked = new OnRequest<string>();
    let fail: (thrown: unknown) => void = () => undefined;
    const slow = asked.ask(() => new Promise((_, reject) => (fail = reject)));
    asked.forget();
    fail({ code: 'disk-full' });
    await slow;
    expect([asked.value, asked.failure, asked.loading]).toEqual([null, null, false]);
  });

  it('keeps what it had when asking anew fails, and says why', async () => {
    const asked = new OnRequest<string>();
    await asked.ask(() => Promise.resolve('here'));
    await asked.ask(() => Promise.reject({ code: 'disk-full' }));
    expect(asked.value).toBe('here');
    expect(asked.failure).toEqual({ code: 'disk-full' });
    await asked.ask(() => Promise.resolve('again'));
    expect(asked.failure).toBeNull();
  });
});

describe('a visit', () => {
  it('asks for nothing before a part is opened, and then for that alone', async () => {
    const { backend, visit } = await visiting();
    const before = backend.commands.length;
    await settled();
    expect(backend.commands).toHaveLength(before);
    await visit.open('words', true);
    expect(backend.commands.slice(before)).toEqual(['list_returning_words']);
    expect(visit.words.value?.words.map(({ word }) => word)).toEqual(['brief', 'stilte']);
    await visit.open('words', false);
    expect(visit.isOpen('words')).toBe(false);
    expect(backend.commands.slice(before)).toHaveLength(1);
  });

  it('asks anew for what is open where one comes back', async () => {
    const { backend, visit } = await visiting();
    await visit.open('year-ago', true);
    await visit.open('themes', true);
    const before = backend.commands.length;
    await visit.again();
    expect(backend.commands.slice(before).toSorted()).toEqual([
      'read_over_months',
      'read_year_ago',
    ]);
  });

  it('waits with its question for what was typed a moment ago', async () => {
    const { backend, journal, visit } = await visiting();
    const entry = journal.list.rows[0]?.entry as EntryId;
    await journal.writeOn(entry);
    const field = journal.writing?.fields.find(({ kind }) => kind === 'question');
    field?.typed({ value: 'nog iets', isConnected: true });
    await visit.open('words', true);
    const { commands } = backend;
    expect(commands.indexOf('save_answer')).toBeGreaterThan(0);
    expect(commands.indexOf('save_answer')).toBeLessThan(commands.indexOf('list_returning_words'));
  });

  it('shows no month under the name of another', async () => {
    const { backend, visit } = await visiting();
    expect(visit.month).toBe('2026-11');
    await visit.open('month', true);
    expect(visit.gathered.value?.tried.map(({ intention }) => intention.text)).toContain(
      'De stilte laten duren.',
    );
    backend.hold('gather_month');
    const asking = visit.chooseMonth('2026-10' as Month);
    await settled();
    expect(visit.gathered.value).toBeNull();
    backend.release('gather_month');
    await asking;
    expect(visit.gathered.value?.month).toBe('2026-10');
  });

  it('finds the questions of a theme that were answered, and drops those of another theme', async () => {
    const { backend, journal, visit } = await visiting();
    await journal.handbook.load();
    const themes = journal.handbook.view?.themes ?? [];
    const named = (name: string) => themes.find((theme) => theme.name === name) ?? null;
    backend.hold('question_through_time');
    const first = visit.chooseTheme(named('Samen als team'));
    const second = visit.chooseTheme(named('Ruimte geven'));
    await settled();
    backend.release('question_through_time');
    await Promise.all([first, second]);
    expect(visit.answered.value?.map(({ question }) => question.question)).toEqual(['D01', 'D09']);
    expect(visit.answered.value?.[0]?.last).toBe('2026-11-18');
  });
});

describe('what is kept quiet', () => {
  it('takes no part in what is open, until that ends', async () => {
    const { visit } = await visiting();
    const inYearAgo = () => visit.yearAgo.value?.rows.map(({ day }) => day);
    await visit.open('year-ago', true);
    await visit.open('quiet', true);
    expect(inYearAgo()).toEqual(['2025-11-23', '2025-11-18']);
    expect(await visit.keepPeriodQuiet('2025-11-20' as Day, '2025-11-24' as Day)).toBe(true);
    expect(inYearAgo()).toEqual(['2025-11-18']);
    const [period] = visit.quiet.value?.periods ?? [];
    if (period === undefined) throw new Error('a period is quiet');
    expect(await visit.endQuiet({ kind: 'period', period: period.period })).toBe(true);
    expect(inYearAgo()).toEqual(['2025-11-23', '2025-11-18']);
  });

  it('says why days cannot be kept quiet, and changes nothing', async () => {
    const { visit } = await visiting();
    await visit.open('quiet', true);
    expect(await visit.keepPeriodQuiet('2026-11-20' as Day, '2026-11-02' as Day)).toBe(false);
    expect(visit.quiet.failure).toEqual({ code: 'period-unusable' });
    expect(visit.quiet.value?.periods).toEqual([]);
  });

  it('is not changed where a journal is only read', async () => {
    const { backend, visit } = await visiting({ opened: { onlyReading: { kind: 'asked' } } });
    expect(await visit.keepPeriodQuiet('2026-11-02' as Day, '2026-11-03' as Day)).toBe(false);
    expect(backend.commands).not.toContain('keep_quiet');
  });
});
