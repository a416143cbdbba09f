/** The loop: what was to be tried comes back, and so does a day on which one looks back. */
import { describe, expect, it } from 'vitest';

import type { FakeStore } from '../../backend/fake-journal';
import { fillSheets, type SheetSpecimen } from '../../backend/fake-sheet-specimens';
import type { Specimen } from '../../backend/fake-content';
import type { Field } from './field.svelte';
import type { OpenJournal } from './open-journal.svelte';
import { guide, opened, settled, typing } from './testing';

const frame: SheetSpecimen = {
  form: 'frame',
  daysAgo: 8,
  kind: 'casusoverleg',
  alias: 'blauwe reiger',
  answers: { 'probleem/ik': 'Ze komt niet.' },
  looksBack: ['kijkmoment', 0],
};
const instrument: SheetSpecimen = {
  form: 'instrument',
  daysAgo: 2,
  answers: { gekozen: 'Jobcoach' },
  looksBack: ['kijkmoment', 5],
};

async function withSheets() {
  const open = await opened();
  fillSheets(open.store, [instrument, frame]);
  open.journal.go({ name: 'today' });
  await settled();
  return open;
}

function firstOf(journal: OpenJournal) {
  const [lookBack] = journal.tried.lookBacks;
  if (!lookBack) throw new Error('there is a look-back');
  return lookBack;
}

async function lookingBack() {
  const open = await withSheets();
  const { journal } = open;
  await journal.tried.open(firstOf(journal));
  const { route } = journal;
  if (route.name !== 'look-back') throw new Error('one looks back');
  const field = route.entry.sheet?.lookBackOn(route.lookBack);
  if (!field) throw new Error('there is a text for it');
  return { ...open, route, field };
}

/** What the store asks about, by the name of the sheet. */
const asked = (store: FakeStore, journal: OpenJournal): string[] => {
  expect(store.today).toBe(journal.today);
  return journal.tried.lookBacks.map(({ title }) => title);
};

describe('days on which one looks back', () => {
  it('stand there on their day, and before it only where they are looked for', async () => {
    const { journal } = await withSheets();
    expect(journal.tried.due(journal.today).map(({ asks }) => asks)).toEqual([
      'Is de afspraak uitgevoerd? Wat kwam ertussen?',
    ]);
    expect(journal.tried.toCome(journal.today).map(({ due }) => due)).toEqual(['2026-11-26']);
  });

  it('are done once something was written about them, and that stands in the sheet', async () => {
    const { journal, backend, field, route } = await lookingBack();
    field.typed(typing('Het is gedaan.'));
    journal.go({ name: 'today' });
    await journal.settle();
    await settled();
    expect(backend.requests('save_answer')).toEqual([
      {
        entry: route.entry.id,
        answer: null,
        field: { kind: 'look-back', lookBack: route.lookBack.lookBack, due: '2026-11-21' },
        text: 'Het is gedaan.',
      },
    ]);
    expect(journal.tried.due(journal.today)).toEqual([]);
    expect(route.entry.id && backend.requests('leave_entry')).toEqual([{ entry: route.entry.id }]);

    await journal.writeOn(route.lookBack.entry);
    const day = journal.writing?.sheet?.parts.find(({ field }) => field.id === 'kijkmoment');
    expect(day?.lookBacks.map(({ text }) => text)).toEqual(['Het is gedaan.']);
  });

  it('stay where nothing was written', async () => {
    const { journal, store } = await lookingBack();
    journal.go({ name: 'today' });
    await settled();
    expect(asked(store, journal)).toContain('Ieders kijk op de casus');
  });

  it('go on with what was begun', async () => {
    const { journal, field, route } = await lookingBack();
    field.typed(typing('Half'));
    await journal.saveNow();
    expect(route.entry.sheet?.lookBackOn(route.lookBack)).toBe(field);
  });

  it('can be put off, and ask again then, whatever was written before', async () => {
    const { journal, field, route, store } = await lookingBack();
    field.typed(typing('Nog niets.'));
    journal.tried.later(route.lookBack, route.entry, '2026-12-01' as never, route.from);
    expect(journal.route.name).toBe('today');
    expect(journal.said).toEqual({ kind: 'look-back-later', day: '2026-12-01' });
    await journal.settle();
    await settled();
    expect(journal.tried.due(journal.today)).toEqual([]);
    expect(journal.tried.toCome(journal.today).map(({ due }) => due)).toEqual([
      '2026-11-26',
      '2026-12-01',
    ]);
    expect(store.texts).toContain('Nog niets.');
  });

  it('can be let go, and that can be taken back', async () => {
    const { journal, route, store } = await lookingBack();
    await journal.tried.letGo(route.lookBack, route.from);
    expect(journal.said).toEqual({ kind: 'look-back-let-go', lookBack: route.lookBack });
    expect(asked(store, journal)).toEqual(['Keuze van een instrument']);
    await journal.tried.keepAfterAll(route.lookBack);
    expect(asked(store, journal)).toEqual(['Ieders kijk op de casus', 'Keuze van een instrument']);
    expect(journal.said).toBeNull();
  });

  it('say so where letting go did not happen, and stay', async () => {
    const { journal, backend, route, store } = await lookingBack();
    backend.failNext('let_go_look_back', { code: 'look-back-gone' });
    await journal.tried.letGo(route.lookBack, route.from);
    expect(journal.failure).toEqual({ code: 'look-back-gone' });
    expect(asked(store, journal)).toHaveLength(2);
    expect(journal.route.name).toBe('look-back');
  });

  it('change nothing while a journal is only read', async () => {
    const { journal, backend } = await opened({
      opened: { onlyReading: { kind: 'asked' } },
    });
    await journal.tried.open({ entry: 1 } as never);
    await journal.tried.letGo({ lookBack: 1 } as never);
    await journal.sheets.prepare();
    await journal.sheets.saveAsPage(1 as never);
    expect(journal.route.name).toBe('entries');
    for (const command of ['let_go_look_back', 'save_sheet', 'read_entry', 'start_entry'])
      expect(backend.commands).not.toContain(command);
  });
});

describe('what was to be tried', () => {
  const before: Specimen = {
    daysAgo: 9,
    kind: 'huisbezoek',
    alias: null,
    texts: ['Een'],
    intention: 'Eerst vragen.',
  };

  it('is there with what became of it, the latest first', async () => {
    const { journal } = await opened({
      specimens: [
        before,
        { ...before, daysAgo: 4, outcome: 'Het lukte.', intention: 'Nog stiller.' },
        { ...before, daysAgo: 3, kind: 'intake', intention: 'Anders' },
      ],
    });
    journal.go({ name: 'tried' });
    await settled();
    expect(
      journal.tried.rows?.map(({ intention, became }) => [intention.text, became.kind]),
    ).toEqual([
      ['Anders', 'waits'],
      ['Nog stiller.', 'waits'],
      ['Eerst vragen.', 'told'],
    ]);
    await journal.returning.letGo(journal.intentions[0] as never);
    await journal.tried.load();
    expect(journal.tried.rows?.[0]?.became).toEqual({ kind: 'let-go' });
  });

  it('comes by the page, and an answer to an old question is dropped', async () => {
    const many = Array.from({ length: 60 }, (_, at): Specimen => ({
      ...before,
      daysAgo: at + 1,
      kind: 'intake',
      intention: `Nummer ${at}`,
    }));
    const { journal, backend } = await opened({ specimens: many });
    await journal.tried.load();
    expect(journal.tried.rows).toHaveLength(50);
    expect(journal.tried.hasMore).toBe(true);
    backend.hold('list_tried');
    const late = journal.tried.more();
    const fresh = journal.tried.load();
    backend.release('list_tried');
    await Promise.all([late, fresh]);
    expect(journal.tried.rows).toHaveLength(50);
    await journal.tried.more();
    expect(journal.tried.rows).toHaveLength(60);
    expect(journal.tried.hasMore).toBe(false);
  });
});

describe('an intention that came back', () => {
  const before: Specimen = {
    daysAgo: 9,
    kind: 'huisbezoek',
    alias: null,
    texts: ['Een'],
    intention: 'Eerst vragen.',
  };

  async function cameBack(): Promise<{ journal: OpenJournal; outcome: Field; closing: Field }> {
    const { journal } = await opened({ specimens: [before] });
    await journal.begin(guide);
    const outcome = journal.writing?.field;
    const closing = journal.writing?.intention;
    if (!outcome?.intention || !closing) throw new Error('it came back');
    return { journal, outcome, closing };
  }

  it('can be tried once more, in the same words, and that can be taken back', async () => {
    const { journal, outcome, closing } = await cameBack();
    expect(journal.writing?.tryAgain(outcome)).toBe(true);
    expect(closing.text).toBe('Eerst vragen.');
    expect(journal.writing?.page?.kind).toBe('outcome');
    expect(journal.writing?.tryAgain(outcome, false)).toBe(true);
    expect(closing.text).toBe('');
  });

  it('never writes over what stands there already', async () => {
    const { journal, outcome, closing } = await cameBack();
    closing.typed(typing('Iets van mezelf.'));
    expect(journal.writing?.tryAgain(outcome)).toBe(false);
    expect(journal.writing?.tryAgain(outcome, false)).toBe(false);
    expect(closing.text).toBe('Iets van mezelf.');
  });

  it('stands with its words at the end, to be changed', async () => {
    const { journal, outcome } = await cameBack();
    journal.writing?.tryAgain(outcome);
    journal.writing?.goToClosing();
    expect(journal.writing?.page?.kind).toBe('closing');
    await journal.settle();
    expect(journal.writing?.field?.id).not.toBeNull();
  });
});
