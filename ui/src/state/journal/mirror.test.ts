/** The mirror of a text field: when it looks, what it keeps and what it never gets in the way of. */
import { describe, expect, it, onTestFinished } from 'vitest';

import type { EntryId } from '../../backend/contract';
import { AliasJudge, JUDGE_AFTER } from './alias-judge.svelte';
import { EntryMirrorState } from './entry-mirror.svelte';
import { LOOK_AFTER, Mirror, SAY_AFTER } from './mirror.svelte';
import { goingInWords, markShown, statusInWords } from './status';
import { freePage, guide, opened, settled, typing } from './testing';

async function mirrored(entry: EntryId | null = null) {
  const all = await opened();
  const mirror = new Mirror(all.backend, all.clock, () => entry);
  onTestFinished(() => mirror.stop());
  const words = (): string[] => mirror.found.map((found) => found.words);
  return { ...all, mirror, words };
}

describe('the mirror', () => {
  it('looks at once at what stands there, and at what is typed after a pause', async () => {
    const { mirror, words, clock, backend } = await mirrored();
    mirror.shows('Ik sprak mevrouw Dijkstra');
    await settled();
    expect(words()).toEqual(['Dijkstra']);
    for (const key of ['.', '. E', '. En Yusuf']) mirror.shows(`Ik sprak mevrouw Dijkstra${key}`);
    await clock.pass(LOOK_AFTER - 1);
    expect(backend.requests('mirror_text')).toHaveLength(1);
    await clock.pass(1);
    expect(backend.requests('mirror_text')).toHaveLength(2);
    expect(words()).toEqual(['Dijkstra', 'Yusuf']);
  });

  it('asks nothing about an empty field', async () => {
    const { mirror, clock, backend } = await mirrored();
    mirror.shows('');
    mirror.shows('  \n ');
    await clock.pass(LOOK_AFTER);
    expect(backend.requests('mirror_text')).toEqual([]);
    expect(mirror.found).toEqual([]);
  });

  it('drops a late answer to a text that is no longer there', async () => {
    const { mirror, words, clock, backend } = await mirrored();
    backend.hold('mirror_text');
    mirror.shows('Ik sprak mevrouw Dijkstra');
    await settled();
    mirror.shows('Ik sprak iemand');
    backend.release('mirror_text');
    await settled();
    expect(words()).toEqual([]);
    await clock.pass(LOOK_AFTER);
    expect(words()).toEqual([]);
    expect(backend.requests('mirror_text')).toHaveLength(2);
  });

  it('keeps what was found with its words while one types on, and its key', async () => {
    const { mirror, clock } = await mirrored();
    const text = 'Ik sprak mevrouw Dijkstra en Yusuf';
    mirror.shows(text);
    await settled();
    const keys = mirror.found.map(({ key }) => key);
    const longer = `Vandaag 😀: ${text} weer`;
    mirror.shows(`${text} weer`);
    mirror.shows(longer);
    for (const { start, end, words } of mirror.found) expect(longer.slice(start, end)).toBe(words);
    await clock.pass(LOOK_AFTER);
    expect(mirror.found.map(({ key }) => key)).toEqual(keys);
    mirror.shows(longer.replace('Dijkstra', 'Dijkst'));
    expect(mirror.found.map(({ words }) => words)).toEqual(['Yusuf']);
  });

  it('counts as a field counts: a line end is one, whatever was stored', async () => {
    const { mirror, backend } = await mirrored();
    mirror.shows('Eerst.\r\nToen\rmevrouw Dijkstra');
    await settled();
    expect(backend.requests('mirror_text')[0]?.text).toBe('Eerst.\nToen\nmevrouw Dijkstra');
    expect(mirror.found).toMatchObject([{ start: 20, end: 28, words: 'Dijkstra' }]);
  });

  it('is silent when the role cannot answer, and asks again at the next key', async () => {
    const { mirror, words, clock, backend, journal } = await mirrored();
    backend.failNext('mirror_text', { code: 'internal', incident: 7 });
    mirror.shows('mevrouw Dijkstra');
    await clock.pass(LOOK_AFTER * 10);
    expect(words()).toEqual([]);
    expect(backend.requests('mirror_text')).toHaveLength(1);
    expect(journal.failure).toBeNull();
    mirror.shows('mevrouw Dijkstra.');
    await clock.pass(LOOK_AFTER);
    expect(words()).toEqual(['Dijkstra']);
  });

  it('never keeps a save waiting', async () => {
    const { journal, clock, backend, store } = await opened();
    backend.hold('mirror_text');
    await journal.begin(freePage);
    const field = journal.writing?.field;
    const mirror = new Mirror(backend, clock, () => null);
    field?.typed(typing('mevrouw Dijkstra'));
    mirror.shows('mevrouw Dijkstra');
    await clock.pass(2_000);
    expect(store.texts).toEqual(['mevrouw Dijkstra']);
    mirror.stop();
  });

  it('sends half an emoji as the save does, and keeps its place', async () => {
    const { mirror, backend, words } = await mirrored();
    mirror.shows('\ud83d mevrouw Dijkstra');
    await settled();
    expect(backend.requests('mirror_text')[0]?.text).toBe('\ufffd mevrouw Dijkstra');
    expect(words()).toEqual(['Dijkstra']);
  });

  it('says once that there is something new, after a pause and not while one types', async () => {
    const { mirror, clock } = await mirrored();
    mirror.shows('');
    const text = 'mevrouw Dijkstra belde';
    for (let typed = 1; typed <= text.length; typed += 1) {
      mirror.shows(text.slice(0, typed));
      await clock.pass(LOOK_AFTER);
      expect(mirror.said).toBeNull();
    }
    await clock.pass(SAY_AFTER);
    expect(mirror.said).toEqual({ kind: 'new', count: 1 });
    // Typing on is not talked through, and the same is not said again.
    mirror.shows(`${text}.`);
    expect(mirror.said).toBeNull();
    await clock.pass(SAY_AFTER * 2);
    expect(mirror.said).toBeNull();
    mirror.shows(`${text}. Op 06-12345678.`);
    await clock.pass(LOOK_AFTER + SAY_AFTER);
    expect(mirror.said).toEqual({ kind: 'new', count: 2 });
  });

  it('takes away what is no person, wherever it stands, and has it remembered', async () => {
    const { mirror, words, backend, clock } = await mirrored();
    mirror.shows('Yusuf, mevrouw Dijkstra en nog eens Yusuf');
    await settled();
    const [first] = mirror.found;
    if (!first) throw new Error('something was found');
    const sparing = mirror.spare(first);
    expect(words()).toEqual(['Dijkstra']);
    await sparing;
    expect(backend.requests('spare_finding')).toEqual([{ kind: 'name', text: 'Yusuf' }]);
    expect(words()).toEqual(['Dijkstra']);
    expect(mirror.said).toEqual({ kind: 'spared', left: 1 });
    mirror.shows('Yusuf en Yusuf');
    await clock.pass(LOOK_AFTER);
    expect(words()).toEqual([]);
  });

  it('brings no mark back by an answer that was on its way', async () => {
    const { mirror, words, backend, clock } = await mirrored();
    mirror.shows('Yusuf');
    await settled();
    mirror.shows('Yusuf ');
    backend.hold('mirror_text');
    await clock.pass(LOOK_AFTER);
    const [first] = mirror.found;
    if (!first) throw new Error('something was found');
    backend.hold('spare_finding');
    const sparing = mirror.spare(first);
    await settled();
    backend.release('mirror_text');
    await settled();
    expect(words()).toEqual([]);
    backend.release('spare_finding');
    await sparing;
    expect(words()).toEqual([]);
  });

  it('shows the marks again when it could not be remembered, and says why', async () => {
    const { mirror, words, backend } = await mirrored();
    mirror.shows('Yusuf');
    await settled();
    const [first] = mirror.found;
    if (!first) throw new Error('something was found');
    backend.failNext('spare_finding', { code: 'disk-full' });
    await expect(mirror.spare(first)).rejects.toMatchObject({ code: 'disk-full' });
    expect(words()).toEqual(['Yusuf']);
  });

  it('offers the alias of the entry for a name, and never after a title', async () => {
    const { journal, backend, clock } = await opened();
    await journal.begin({ ...guide, contact: { ...guide.contact!, alias: 'stille beuk' } });
    const { id } = journal.writing!;
    const mirror = new Mirror(backend, clock, () => id);
    mirror.shows('Yusuf en meneer Dijkstra, 8921 AB, 123456782');
    await settled();
    expect(mirror.found.map(({ instead }) => instead)).toEqual([
      { kind: 'alias', alias: 'stille beuk' },
      { kind: 'name' },
      { kind: 'address' },
      { kind: 'blank' },
    ]);
    mirror.stop();
  });

  it('lets go of everything when it stops, an answer on its way included', async () => {
    const { mirror, clock, backend } = await mirrored();
    mirror.shows('Yusuf');
    await settled();
    mirror.shows('Yusuf en mevrouw Dijkstra');
    mirror.stop();
    expect(mirror.found).toEqual([]);
    await clock.pass(SAY_AFTER * 2);
    expect(backend.requests('mirror_text')).toHaveLength(1);
    mirror.shows('Yusuf');
    await clock.pass(SAY_AFTER * 2);
    expect(mirror.found).toEqual([]);
    expect(mirror.said).toBeNull();
  });

  it('tells a number that is one from a number that is none', async () => {
    const { mirror, words } = await mirrored();
    mirror.shows('Eerst 123456782, dan 123456789, op 12 mei 2026 om 1.250,00');
    await settled();
    expect(words()).toEqual(['123456782']);
  });
});

describe('what is left in an entry', () => {
  it('names the kinds, what weighs more, and the first page where it stands', async () => {
    const { journal, backend } = await opened();
    await journal.begin(guide);
    const entry = journal.writing!;
    entry.fields[1]?.typed(typing('mevrouw Dijkstra vertelde van haar depressie'));
    await journal.queue.flush();
    const left = new EntryMirrorState(backend, entry);
    await left.look();
    expect(left.kinds).toEqual(['name']);
    expect(left.weighty).toEqual(['health']);
    expect(left.page?.field).toBe(entry.fields[1]);
    entry.fields[1]?.typed(typing('mevrouw [naam] vertelde veel'));
    await journal.queue.flush();
    await left.look();
    expect([left.kinds, left.weighty, left.page]).toEqual([[], [], null]);
  });

  it('leads to no page when it stands on the closing page itself', async () => {
    const { journal, backend } = await opened();
    await journal.begin(guide);
    const entry = journal.writing!;
    entry.fields.find(({ kind }) => kind === 'feeling')?.typed(typing('Yusuf maakte me blij'));
    await journal.queue.flush();
    const left = new EntryMirrorState(backend, entry);
    await left.look();
    expect(left.kinds).toEqual(['name']);
    expect(left.page).toBeNull();
  });

  it('says nothing when the role cannot answer or the entry is not there yet', async () => {
    const { journal, backend } = await opened();
    backend.hold('start_entry');
    void journal.begin(freePage);
    const left = new EntryMirrorState(backend, journal.writing!);
    await left.look();
    expect(backend.requests('mirror_entry')).toEqual([]);
    backend.release('start_entry');
    await settled();
    backend.failNext('mirror_entry', { code: 'internal', incident: 1 });
    await left.look();
    expect(left.kinds).toEqual([]);
  });
});

describe('an alias that is typed', () => {
  it('is judged after a pause, for what it is then', async () => {
    const { backend, clock } = await opened();
    const judge = new AliasJudge(backend, clock);
    judge.shows('Fatima');
    judge.shows('Fatima de Boer');
    await clock.pass(JUDGE_AFTER);
    expect(backend.requests('judge_alias')).toEqual([{ alias: 'Fatima de Boer' }]);
    expect(judge.warning).toBe('Dit lijkt een echte naam. Neem liever een woordpaar.');
    judge.shows('');
    expect(judge.warning).toBeUndefined();
  });

  it('is told from one in use that it is easily taken for', async () => {
    const { journal, backend, clock } = await opened();
    await journal.begin({ ...guide, contact: { ...guide.contact!, alias: 'stille haven' } });
    const judge = new AliasJudge(backend, clock);
    judge.shows('stille havens');
    await clock.pass(JUDGE_AFTER);
    expect(judge.warning).toContain('Lijkt op stille haven.');
    judge.shows('Stille Haven');
    await clock.pass(JUDGE_AFTER);
    expect(judge.warning).toBeUndefined();
  });

  it('drops a late judgement, and a failure stands in nobody’s way', async () => {
    const { backend, clock, journal } = await opened();
    const judge = new AliasJudge(backend, clock);
    backend.hold('judge_alias');
    judge.shows('Fatima');
    await clock.pass(JUDGE_AFTER);
    judge.shows('stille beuk');
    backend.release('judge_alias');
    await settled();
    expect(judge.warning).toBeUndefined();
    backend.failNext('judge_alias', { code: 'internal', incident: 3 });
    await clock.pass(JUDGE_AFTER);
    expect(judge.warning).toBeUndefined();
    expect(journal.failure).toBeNull();
  });
});

describe('what became of an entry', () => {
  const status = (shownOn: string | null, carriedOutOn: string | null) =>
    statusInWords({ status: { shownOn: shownOn as never, carriedOutOn: carriedOutOn as never } });

  it('is personal, shown, carried out, or both', () => {
    expect(status(null, null)).toEqual(['Persoonlijk']);
    expect(status('2026-05-03', null)).toEqual(['Getoond op zondag 3 mei 2026']);
    expect(status('2026-05-03', '2026-05-04')).toEqual([
      'Getoond op zondag 3 mei 2026',
      'Uitgevoerd op maandag 4 mei 2026, als pagina',
    ]);
  });

  it('is kept when the person says so, and the screen shows it', async () => {
    const { journal, backend } = await opened();
    await journal.begin(guide);
    const { id } = journal.writing!;
    await journal.read(id!);
    await markShown(journal, backend, id!);
    expect(journal.route).toMatchObject({
      name: 'reading',
      view: { status: { shownOn: '2026-11-21', carriedOutOn: null } },
    });
  });

  it('says what is wrong when it could not be kept', async () => {
    const { journal, backend } = await opened();
    await journal.begin(guide);
    const { id } = journal.writing!;
    await journal.read(id!);
    backend.failNext('mark_shown', { code: 'disk-full' });
    await markShown(journal, backend, id!);
    expect(journal.failure).toEqual({ code: 'disk-full' });
  });

  it('has a day on which it goes, with why', () => {
    const day = '2027-05-03' as never;
    expect(goingInWords({ day, why: 'term' })).toContain('Gaat weg op maandag 3 mei 2027.');
    expect(goingInWords({ day, why: 'two-years' })).toContain('nooit langer dan twee jaar');
    expect(goingInWords({ day, why: 'closed' })).toContain('afgesloten');
  });
});
