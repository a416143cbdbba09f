/** What was learned, without a screen: what is asked of the role, what waits, and what is refused. */
import { describe, expect, it } from 'vitest';

import type { RuleId, TeamPointId, TwofoldWordId } from '../../backend/contract';
import { Findings } from './findings.svelte';
import { proposedTheme } from './team-card.svelte';
import { opened, settled } from './testing';

const word = { word: 'maatwerk', mine: 'Wat past.', theirs: '', whose: '' };

describe('words with two meanings', () => {
  it('are kept on one line each, changed and erased, by the word', async () => {
    const { journal, backend } = await opened();
    const { twofold } = journal;
    await twofold.load();
    expect(await twofold.keep({ ...word, mine: ' Wat\n past. ' })).toBe(true);
    expect(backend.requests('keep_twofold_word')).toEqual([word]);
    expect(await twofold.keep({ ...word, word: 'afspraak' })).toBe(true);
    expect(twofold.all?.map((one) => one.word)).toEqual(['afspraak', 'maatwerk']);
    const [first] = twofold.all ?? [];
    if (!first) throw new Error('there is a word');
    expect(await twofold.change(first.twofold, { ...word, word: 'zorg' })).toBe(true);
    expect(twofold.all?.map((one) => one.word)).toEqual(['maatwerk', 'zorg']);
    expect(await twofold.erase(first.twofold)).toBe(true);
    expect(await twofold.erase(first.twofold)).toBe(false);
    expect(journal.failure).toEqual({ code: 'twofold-word-gone' });
  });

  it('are refused without a word, or too long', async () => {
    const { journal } = await opened();
    expect(await journal.twofold.keep({ ...word, word: ' ' })).toBe(false);
    expect(journal.failure).toEqual({ code: 'twofold-word-unusable' });
    expect(await journal.twofold.keep({ ...word, theirs: 'a'.repeat(301) })).toBe(false);
  });

  it('wait half written, and blank ones do not', async () => {
    const { journal } = await opened();
    journal.twofold.begun('new', word);
    expect(journal.twofold.draftOf('new')).toEqual(word);
    journal.twofold.begun('new', { word: ' ', mine: '', theirs: '\n', whose: '' });
    expect(journal.twofold.draftOf('new')).toBeNull();
  });
});

describe('the team card', () => {
  it('gathers points under their themes, in the order of the handbook', async () => {
    const { journal } = await opened();
    const { teamCard } = journal;
    await teamCard.keep({ theme: null, text: 'Los.' });
    await teamCard.keep({ theme: 'team', text: 'Samen.' });
    await teamCard.keep({ theme: 'ruimte', text: 'Ruimte.' });
    expect(teamCard.card?.themes.map(({ name }) => name)).toEqual([
      'Ruimte geven',
      'Samen als team',
      null,
    ]);
    const point = teamCard.card?.themes[1]?.points[0];
    if (!point) throw new Error('there is a point');
    await teamCard.discuss(point.point, true);
    expect(teamCard.card?.themes).toHaveLength(2);
    expect(teamCard.card?.discussed.map(({ text }) => text)).toEqual(['Samen.']);
    await teamCard.discuss(point.point, false);
    expect(teamCard.card?.discussed).toEqual([]);
    await teamCard.erase(point.point);
    expect(await teamCard.change(point.point, { theme: null, text: 'weg' })).toBe(false);
    expect(journal.failure).toEqual({ code: 'team-point-gone' });
  });

  it('refuses what is no text, and a theme that no pack has', async () => {
    const { journal } = await opened();
    expect(await journal.teamCard.keep({ theme: null, text: '  ' })).toBe(false);
    expect(journal.failure).toEqual({ code: 'team-point-unusable' });
    expect(await journal.teamCard.keep({ theme: 'weg', text: 'Iets.' })).toBe(false);
    expect(journal.failure).toEqual({ code: 'out-of-turn' });
  });

  it('proposes the theme of a shared approach where the handbook has it', async () => {
    const { journal } = await opened();
    expect(proposedTheme(null)).toBeNull();
    await journal.handbook.load();
    const { view } = journal.handbook;
    expect(proposedTheme(view)).toBe('team');
    expect(view && proposedTheme({ ...view, themes: view.themes.slice(0, 1) })).toBeNull();
  });
});

describe('all of it', () => {
  it('is not written while a journal is only read', async () => {
    const { journal, backend } = await opened({ opened: { onlyReading: { kind: 'asked' } } });
    expect(await journal.twofold.keep(word)).toBe(false);
    expect(await journal.teamCard.keep({ theme: null, text: 'x' })).toBe(false);
    expect(await journal.rules.drop(1 as RuleId, true)).toBe(false);
    expect(await journal.rules.erase(1 as RuleId)).toBe(false);
    expect(await journal.twofold.erase(1 as TwofoldWordId)).toBe(false);
    expect(await journal.teamCard.erase(1 as TeamPointId)).toBe(false);
    await journal.rules.saveAsPage();
    expect(backend.commands.filter((one) => /keep|drop|erase|save/u.test(one))).toEqual([]);
  });

  it('says where a page was saved, and nothing where the dialog was closed', async () => {
    const { journal, learned, backend } = await opened({ rules: ['een'] });
    learned.savesTo = null;
    await journal.rules.saveAsPage();
    expect(journal.rules.savedAt).toBeNull();
    learned.savesTo = '/tmp/x.html';
    await journal.rules.saveAsPage();
    await journal.twofold.saveAsPage();
    await journal.teamCard.saveAsPage();
    expect(backend.requests('save_learned').map(({ what }) => what)).toEqual([
      'rules',
      'rules',
      'words',
      'team-card',
    ]);
    learned.savesTo = null;
    await journal.rules.saveAsPage();
    expect(journal.rules.savedAt).toBe('/tmp/x.html');
    await journal.rules.load();
    expect(journal.rules.savedAt).toBeNull();
  });
});

describe('a rule of thumb', () => {
  it('keeps how it was said before, each of which can be erased', async () => {
    const { journal } = await opened({ rules: ['een'] });
    const { rules } = journal;
    await rules.load();
    const { rule } = rules.used[0] ?? {};
    if (rule === undefined) throw new Error('there is a rule');
    await rules.change(rule, 'twee');
    await rules.change(rule, 'twee');
    await rules.change(rule, 'een');
    const before = (): string[] => (rules.used[0]?.former ?? []).map(({ text }) => text);
    expect(before()).toEqual(['twee', 'een']);
    expect(rules.used[0]?.former[0]?.until).toBe('2026-11-21');
    const wording = rules.used[0]?.former[0]?.wording;
    if (wording === undefined) throw new Error('there is a former wording');
    expect(await rules.eraseWording(wording)).toBe(true);
    expect(before()).toEqual(['een']);
    expect(await rules.eraseWording(wording)).toBe(false);
    expect(journal.failure).toEqual({ code: 'rule-gone' });
  });

  it('that was let go of keeps its day, and comes back', async () => {
    const { journal, clock } = await opened({ rules: ['een'] });
    const { rules } = journal;
    await rules.load();
    const { rule } = rules.used[0] ?? {};
    if (rule === undefined) throw new Error('there is a rule');
    await rules.drop(rule, true);
    clock.sleep(3 * 86_400_000);
    await rules.drop(rule, true);
    expect(rules.dropped[0]?.droppedOn).toBe('2026-11-21');
    await rules.drop(rule, false);
    expect(rules.used).toHaveLength(1);
  });

  it('does not stand in the way where it cannot be asked for', async () => {
    const { journal, backend } = await opened({ rules: ['een'] });
    backend.failNext('list_rules', { code: 'disk-full' });
    await journal.rules.look();
    expect(journal.failure).toBeNull();
    await journal.rules.look();
    expect(journal.rules.used).toHaveLength(1);
  });
});

describe('what is looked over before it is taken along', () => {
  const left = { place: 'a', text: 'Ik belde mevrouw Jansen.' };
  const free = { place: 'b', text: 'Ik belde.' };

  it('says where it was found, and whether all was looked at', async () => {
    const { journal, clock, backend } = await opened();
    const findings = new Findings<string>(journal.backend, clock);
    backend.hold('mirror_text');
    findings.shows([left, free]);
    expect(findings.answer).toBe('awaited');
    backend.release('mirror_text');
    await settled();
    expect(findings.answer).toBe('here');
    expect(findings.found.map(({ place, words }) => [place, words])).toEqual([['a', 'Jansen']]);
    findings.shows([free]);
    expect(findings.found).toEqual([]);
    findings.stop();
  });

  it('says so where the role could not look', async () => {
    const { journal, clock, backend } = await opened();
    const findings = new Findings<string>(journal.backend, clock);
    backend.failNext('mirror_text', { code: 'disk-full' });
    findings.shows([free, left]);
    await settled();
    expect(findings.answer).toBe('failed');
    findings.stop();
  });

  it('is rid of a word in every text at once when it is no person', async () => {
    const { journal, clock } = await opened();
    const findings = new Findings<string>(journal.backend, clock);
    findings.shows([left, { place: 'c', text: 'Meneer Jansen.' }]);
    await settled();
    const [one] = findings.found;
    expect(findings.found).toHaveLength(2);
    if (one) await findings.spare(one);
    expect(findings.found).toEqual([]);
    expect(findings.answer).toBe('here');
    findings.stop();
  });
});
