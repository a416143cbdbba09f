/** How a sheet is filled in: what can be written where, and what of it reaches the disk. */
import { describe, expect, it } from 'vitest';

import type { EntryId, StartEntry } from '../../backend/contract';
import type { Field } from './field.svelte';
import type { OpenJournal } from './open-journal.svelte';
import type { Sheet, SheetPart } from './sheet.svelte';
import { blankStart } from './starts';
import { opened, typing } from './testing';

function start(form: string): StartEntry {
  return { ...blankStart, form: 'sheet', sheet: { pack: 'dichterbij', form } };
}

function sheetOf(journal: OpenJournal): Sheet {
  const sheet = journal.writing?.sheet;
  if (!sheet) throw new Error('a sheet is being written');
  return sheet;
}

function partOf(journal: OpenJournal, field: string): SheetPart {
  const part = sheetOf(journal).parts.find((other) => other.field.id === field);
  if (!part) throw new Error(`there is a field ${field}`);
  return part;
}

function cellOf(part: SheetPart, row = 0, column = 0): Field {
  const cell = part.rows[row]?.cells[column];
  if (!cell) throw new Error('there is such a place');
  return cell;
}

const texts = (part: SheetPart): string[][] =>
  part.rows.map(({ cells }) => cells.map(({ text }) => text));

function idOf(journal: OpenJournal): EntryId {
  const id = journal.writing?.id;
  if (id == null) throw new Error('the entry has a number');
  return id;
}

async function again(journal: OpenJournal): Promise<void> {
  const id = idOf(journal);
  journal.go({ name: 'today' });
  await journal.settle();
  await journal.writeOn(id);
}

describe('a sheet', () => {
  it('has a place for everything its form asks, on one page, and stores nothing by itself', async () => {
    const { journal, backend } = await opened();
    await journal.begin(start('instrument'));
    const entry = journal.writing;
    expect(backend.requests('start_entry')).toEqual([start('instrument')]);
    expect(entry?.pages.map(({ kind }) => kind)).toEqual(['sheet']);
    expect(sheetOf(journal).parts.map(({ field }) => field.id)).toEqual([
      'gekozen',
      'andere',
      'grond',
      'teken',
      'kijkmoment',
    ]);
    expect(partOf(journal, 'grond').rows[0]?.cells).toHaveLength(3);
    journal.done();
    await journal.settle();
    expect(backend.commands).not.toContain('save_answer');
  });

  it('keeps what is written in a field, and is the same when one comes back', async () => {
    const { journal, backend } = await opened();
    await journal.begin(start('dilemma'));
    const part = partOf(journal, 'feiten');
    part.typed(cellOf(part), typing('Er lag een brief.'));
    await journal.saveNow();
    expect(backend.requests('save_answer')).toEqual([
      {
        entry: idOf(journal),
        answer: null,
        field: { kind: 'cell', field: 'feiten', column: null, row: 0, option: null },
        text: 'Er lag een brief.',
      },
    ]);
    await again(journal);
    expect(cellOf(partOf(journal, 'feiten')).text).toBe('Er lag een brief.');
    expect(journal.writing?.unsaved).toBe(false);
  });

  it('saves when one leaves it, without a wait', async () => {
    const { journal, store } = await opened();
    await journal.begin(start('frame'));
    const part = partOf(journal, 'helpt');
    part.typed(cellOf(part, 0, 1), typing('Rust.'));
    journal.done();
    await journal.settle();
    expect(store.texts).toEqual(['Rust.']);
  });

  it('keeps a text that could not be saved, and shows it again', async () => {
    const { journal, backend } = await opened();
    await journal.begin(start('dilemma'));
    const id = idOf(journal);
    const part = partOf(journal, 'feiten');
    backend.failNext('save_answer', { code: 'disk-full' }, 9);
    part.typed(cellOf(part), typing('Blijft staan.'));
    journal.go({ name: 'today' });
    await journal.settle().catch(() => undefined);
    await journal.writeOn(id);
    expect(cellOf(partOf(journal, 'feiten')).text).toBe('Blijft staan.');
  });

  it('takes a free page', async () => {
    const { journal } = await opened();
    await journal.begin(start('dilemma'));
    journal.writing?.goToFreePage();
    journal.writing?.field?.typed(typing('Ook dit nog.'));
    await again(journal);
    expect(journal.writing?.pages.map(({ kind }) => kind)).toEqual(['sheet', 'free']);
    expect(journal.writing?.page?.kind).toBe('sheet');
  });
});

describe('rows', () => {
  it('have an empty one waiting, that is stored with its first word', async () => {
    const { journal, backend } = await opened();
    await journal.begin(start('dilemma'));
    const part = partOf(journal, 'mogelijkheden');
    expect(texts(part)).toEqual([['']]);
    part.typed(cellOf(part), typing('Niets doen'));
    expect(texts(part)).toEqual([['Niets doen'], ['']]);
    part.typed(cellOf(part, 1), typing('Bellen'));
    part.typed(cellOf(part, 1), typing('Bellen, morgen'));
    expect(texts(part)).toEqual([['Niets doen'], ['Bellen, morgen'], ['']]);
    await journal.saveNow();
    expect(
      backend.requests('save_answer').map(({ field }) => field.kind === 'cell' && field.row),
    ).toEqual([0, 1]);
    await again(journal);
    expect(texts(partOf(journal, 'mogelijkheden'))).toEqual([
      ['Niets doen'],
      ['Bellen, morgen'],
      [''],
    ]);
  });

  it('are taken away by emptying them, and can be put back as they were', async () => {
    const { journal, store } = await opened();
    await journal.begin(start('frame'));
    const part = partOf(journal, 'afspraken');
    part.typed(cellOf(part, 0, 0), typing('Bellen'));
    part.typed(cellOf(part, 0, 1), typing('Ik'));
    const [row] = part.rows;
    if (!row) throw new Error('there is a row');
    await journal.saveNow();
    part.take(row);
    expect(row.taken).toEqual(['Bellen', 'Ik', '']);
    await journal.saveNow();
    expect(store.texts.filter(Boolean)).toEqual([]);
    part.putBack(row);
    await journal.saveNow();
    expect(store.texts.filter(Boolean)).toEqual(['Bellen', 'Ik']);
    expect(row.taken).toBeNull();
  });

  it('that were emptied are not shown again, and keep their place to be written in', async () => {
    const { journal, store } = await opened();
    await journal.begin(start('dilemma'));
    const part = partOf(journal, 'mogelijkheden');
    for (const [at, text] of ['een', 'twee', 'drie'].entries())
      part.typed(cellOf(part, at), typing(text));
    await journal.saveNow();
    for (const at of [0, 2]) {
      const row = part.rows[at];
      if (row) part.take(row);
    }
    await again(journal);
    const back = partOf(journal, 'mogelijkheden');
    expect(texts(back)).toEqual([['twee'], ['']]);
    back.typed(cellOf(back, 1), typing('nieuw'));
    await journal.saveNow();
    const rows = [...store.entries.values()][0]?.answers.length;
    expect(rows).toBe(3);
  });

  it('wait anew when the last of them was taken away', async () => {
    const { journal } = await opened();
    await journal.begin(start('dilemma'));
    const part = partOf(journal, 'mogelijkheden');
    part.typed(cellOf(part), typing('een'));
    part.typed(cellOf(part), typing(''));
    // Emptied by hand it is the empty one again; there are never two at the end but by typing.
    expect(texts(part).at(-1)).toEqual(['']);
    const [row] = part.rows;
    if (row) part.take(row);
    expect(part.rows.findLast(({ taken }) => taken === null)?.hasText).toBe(false);
  });
});

describe('a choice', () => {
  it('is one of a few words, and can be taken back', async () => {
    const { journal, backend } = await opened();
    await journal.begin(start('dilemma'));
    const part = partOf(journal, 'einde');
    const rubs = { id: 'schuurt', label: 'Blijft schuren' };
    part.choose(rubs);
    expect(part.isChosen(rubs)).toBe(true);
    part.choose({ id: 'klaar', label: 'Klaar' });
    expect(part.isChosen(rubs)).toBe(false);
    await journal.saveNow();
    part.choose({ id: 'klaar', label: 'Klaar' });
    await journal.saveNow();
    expect(backend.requests('save_answer').map(({ text, field }) => [text, field])).toEqual([
      ['Klaar', { kind: 'cell', field: 'einde', column: null, row: 0, option: 'klaar' }],
      ['', { kind: 'cell', field: 'einde', column: null, row: 0, option: null }],
    ]);
  });

  it('can be of several, each with its own place', async () => {
    const { journal, backend } = await opened();
    await journal.begin(start('instrument'));
    const part = partOf(journal, 'grond');
    part.choose({ id: 'kennis', label: 'Kennis' });
    part.choose({ id: 'inwoner', label: 'De inwoner zelf' });
    await journal.saveNow();
    expect(
      backend.requests('save_answer').map(({ field }) => field.kind === 'cell' && field.column),
    ).toEqual(['kennis', 'inwoner']);
    part.choose({ id: 'kennis', label: 'Kennis' });
    await again(journal);
    const back = partOf(journal, 'grond');
    expect(back.isChosen({ id: 'kennis', label: 'Kennis' })).toBe(false);
    expect(back.isChosen({ id: 'inwoner', label: 'De inwoner zelf' })).toBe(true);
  });
});

describe('a day', () => {
  it('is proposed and never stored by itself', async () => {
    const { journal, store } = await opened();
    await journal.begin(start('frame'));
    const part = partOf(journal, 'kijkmoment');
    expect(part.field.shape).toMatchObject({ kind: 'date', proposed: '2026-11-28' });
    expect(part.only?.text).toBe('');
    journal.done();
    await journal.settle();
    expect(store.texts).toEqual([]);
  });
});

describe('a sheet whose form is gone', () => {
  async function withoutForm() {
    const open = await opened();
    const { journal, store } = open;
    await journal.begin(start('instrument'));
    const chosen = partOf(journal, 'gekozen');
    chosen.typed(cellOf(chosen), typing('Jobcoach'));
    const others = partOf(journal, 'andere');
    others.typed(cellOf(others), typing('Wachten'));
    partOf(journal, 'grond').choose({ id: 'ervaring', label: 'Ervaring' });
    partOf(journal, 'kijkmoment').only?.put('2026-12-19');
    await journal.settle();
    store.forms = [];
    await again(journal);
    return open;
  }

  it('is still there, in the words of the answers', async () => {
    const { journal } = await withoutForm();
    expect(
      sheetOf(journal).parts.map(({ field, gone }) => [field.label, field.shape.kind, gone]),
    ).toEqual([
      ['Welk instrument koos je?', 'text', true],
      ['Welke andere had je kunnen kiezen?', 'text', true],
      ['Waar komt je keuze vandaan?', 'choice', true],
      ['Wanneer kijk je hierop terug?', 'date', true],
    ]);
    expect(partOf(journal, 'grond').chosenBefore.map(({ text }) => text)).toEqual(['Ervaring']);
  });

  it('can still be written on, where something stood', async () => {
    const { journal, store } = await withoutForm();
    const part = partOf(journal, 'andere');
    expect(texts(part)).toEqual([['Wachten']]);
    part.typed(cellOf(part), typing('Wachten tot mei'));
    await journal.saveNow();
    expect(store.texts).toContain('Wachten tot mei');
    expect(texts(part)).toEqual([['Wachten tot mei']]);
  });

  it('keeps what stood in a field that a newer form no longer has', async () => {
    const { journal, store } = await opened();
    await journal.begin(start('dilemma'));
    const part = partOf(journal, 'regels');
    part.typed(cellOf(part), typing('Artikel 18.'));
    await journal.settle();
    store.forms = store.forms.map((form) => ({
      ...form,
      fields: form.fields.filter(({ id }) => id !== 'regels'),
    }));
    await again(journal);
    const last = sheetOf(journal).parts.at(-1);
    expect([last?.field.label, last?.gone, last?.only?.text]).toEqual([
      'Regels',
      true,
      'Artikel 18.',
    ]);
  });
});

it('cannot be begun when the handbook lost its form meanwhile', async () => {
  const { journal, store } = await opened();
  store.forms = [];
  await journal.begin(start('dilemma'));
  expect(journal.failure).toEqual({ code: 'unknown-form' });
  expect(journal.writing).toBeNull();
});

describe('what was written before a contact', () => {
  it('stands beside what is written after it', async () => {
    const { journal } = await opened();
    const contact = { day: journal.today, kind: 'huisbezoek', alias: 'late trein' };
    await journal.begin({ ...start('voorbereiden'), contact });
    const part = partOf(journal, 'verwacht');
    part.typed(cellOf(part), typing('Dat het over geld gaat.'));
    journal.done();
    await journal.settle();
    await journal.begin({ ...blankStart, contact });
    await journal.settle();
    expect(journal.writing?.prepared?.lines).toEqual([
      { label: 'Wat verwacht je van dit contact?', text: 'Dat het over geld gaat.' },
    ]);
  });
});
