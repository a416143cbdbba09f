/** The handbook and its packs as state: what is asked when, and what is kept. */
import { describe, expect, it } from 'vitest';

import { municipalPack } from '../../backend/fake-packs';
import { specimens } from '../../backend/fake-content';
import { placeOf } from './routes';
import { opened, settled } from './testing';
import { backTo } from './titles';

const D01 = { pack: 'dichterbij', question: 'D01' };

describe('the handbook', () => {
  it('is asked for once, however many screens show something of it', async () => {
    const { backend, journal } = await opened();
    for (const name of ['handbook', 'sheets', 'new-contact', 'handbook'] as const) {
      journal.go({ name });
      await settled();
    }
    expect(backend.requests('read_handbook')).toHaveLength(1);
  });

  it('is asked for anew while it is shown, when a change comes late', async () => {
    const { backend, journal } = await opened();
    backend.hold('change_settings');
    const change = journal.change({ residentWord: 'klant' });
    journal.go({ name: 'handbook' });
    await settled();
    const texts = (): string =>
      journal.handbook.view?.themes
        .flatMap(({ questions }) => questions.map(({ question }) => question.text))
        .join(' ') ?? '';
    expect(texts()).toContain('de inwoner');
    backend.release('change_settings');
    await change;
    await settled();
    expect(texts()).toContain('de klant');
    expect(texts()).not.toContain('inwoner');
  });

  it('is asked for again when it changed while the answer was on its way', async () => {
    const { backend, journal } = await opened();
    backend.hold('read_handbook');
    journal.go({ name: 'handbook' });
    journal.handbook.changed();
    backend.release('read_handbook');
    await settled();
    expect(journal.handbook.view).not.toBeNull();
    expect(backend.requests('read_handbook').length).toBeGreaterThan(1);
  });
});

describe('one question through time', () => {
  it('waits until what was typed is on disk', async () => {
    const { backend, journal, store } = await opened();
    await journal.begin({
      contact: null,
      sitting: null,
      form: 'guide',
      sheet: null,
      question: D01,
    });
    const field = journal.writing?.fields.find(({ kind }) => kind === 'question');
    field?.typed({ value: 'Net getypt.', isConnected: true });
    await journal.handbook.throughTime(D01, { name: 'handbook' });
    expect(store.texts).toContain('Net getypt.');
    const { route } = journal;
    expect(route.name === 'through-time' && route.through.rows.map(({ text }) => text)).toEqual([
      'Net getypt.',
    ]);
    expect(backend.commands.indexOf('save_answer')).toBeLessThan(
      backend.commands.indexOf('question_through_time'),
    );
  });

  it('says why it could not be had, and stays', async () => {
    const { backend, journal } = await opened({ specimens });
    journal.go({ name: 'handbook' });
    backend.failNext('question_through_time', { code: 'internal', incident: 9 });
    await journal.handbook.throughTime(D01, { name: 'handbook' });
    expect(journal.route.name).toBe('handbook');
    expect(journal.failure).toEqual({ code: 'internal', incident: 9 });
  });

  it('leads back to the entry from which one came, by that name', async () => {
    const { journal, store } = await opened({ specimens });
    await journal.read(store.newestFirst[0]!.id);
    const reading = journal.route;
    await journal.handbook.throughTime(D01, reading);
    const { route } = journal;
    if (route.name !== 'through-time') throw new Error('one question is shown');
    expect(backTo(route.from)).toBe('Terug naar de terugblik');
    expect(placeOf(route)).toBe('entries');
    journal.go(route.from);
    expect(journal.route).toBe(reading);
  });

  it('can be read in a backup that is tried', async () => {
    const { session, journal } = await opened({ specimens, backups: [{ daysAgo: 1 }] });
    journal.go({ name: 'backups' });
    await settled();
    const backup = journal.backups.newestGood?.good?.backup;
    await session.tryBackup(backup!);
    const trial = session.journal!;
    await trial.handbook.throughTime(D01, { name: 'handbook' });
    expect(trial.route.name).toBe('through-time');
  });
});

describe('the packs', () => {
  it('are not added, switched or removed where one only reads', async () => {
    const { backend, journal } = await opened({ opened: { onlyReading: { kind: 'asked' } } });
    journal.go({ name: 'packs' });
    await settled();
    const [own] = journal.packs.rows ?? [];
    await journal.packs.check();
    expect(await journal.packs.add()).toBe(false);
    expect(await journal.packs.switch(own!, false)).toBe(false);
    expect(await journal.packs.remove(own!)).toBe(false);
    expect(backend.commands.filter((command) => /_pack$/.test(command))).toEqual([]);
  });

  it('give the kinds and rules of now, and leave the settings alone', async () => {
    const { backend, handbook, journal } = await opened({ settings: { keepDays: 180 } });
    handbook.packs.pointsAt.push(municipalPack);
    await journal.packs.check();
    await journal.packs.add();
    expect(journal.kinds.map(({ id }) => id)).toContain('spreekuur');
    expect(journal.houseRules.longestDays).toBe(90);
    expect(journal.termDays).toBe(90);
    expect(journal.settings.keepDays).toBe(180);
    expect(backend.requests('change_settings')).toEqual([journal.settings]);
    expect(journal.said).toEqual({ kind: 'pack-added', name: 'Werkwijze Voorbeeldstad' });
  });

  it('are listed as they are, though an older answer comes later', async () => {
    const { backend, handbook, journal } = await opened();
    handbook.packs.pointsAt.push(municipalPack);
    await journal.packs.check();
    const { checked } = journal.packs;
    backend.hold('list_packs');
    journal.go({ name: 'packs' });
    await settled();
    journal.packs.checked = checked;
    await journal.packs.add();
    handbook.packs.added.clear();
    backend.release('list_packs');
    await settled();
    expect(journal.packs.rows?.map(({ head }) => head.id)).toEqual(['dichterbij', 'voorbeeldstad']);
  });
});
