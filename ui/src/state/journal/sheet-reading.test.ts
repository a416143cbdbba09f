/** How a sheet is read: from its answers alone. */
import { describe, expect, it } from 'vitest';

import type { CellView, Step } from '../../backend/contract';
import { fakeForms } from '../../backend/fake-forms';
import { beginningOf, groupsOf } from './form-groups';
import { readingOf, wordsOf } from './sheet-reading';

let last = 0;

function cell(place: Partial<CellView>, text: string): Step {
  last += 1;
  return {
    field: {
      kind: 'cell',
      cell: {
        field: 'a',
        column: null,
        row: 0,
        label: 'Vraag',
        heading: null,
        value: 'text',
        option: null,
        ...place,
      },
    },
    answer: { answer: last as never, text, writtenAt: '' as never, savedAt: '' as never },
  };
}

const column = (field: string, id: string, row: number, text: string): Step =>
  cell({ field, label: `Veld ${field}`, column: id, heading: `Kolom ${id}`, row }, text);

describe('a sheet that is read', () => {
  it('has its texts under what was asked, empty ones left out', () => {
    const parts = readingOf([
      cell({ field: 'a', row: 0 }, 'een'),
      cell({ field: 'a', row: 1 }, ''),
      cell({ field: 'a', row: 2 }, 'drie'),
      cell({ field: 'b', label: 'Anders' }, 'alleen'),
    ]);
    expect(parts).toMatchObject([
      { kind: 'texts', label: 'Vraag', answers: [{ text: 'een' }, { text: 'drie' }] },
      { kind: 'texts', label: 'Anders', answers: [{ text: 'alleen' }] },
    ]);
  });

  it('has fields with the same columns as one table, a row each', () => {
    const parts = readingOf([
      column('p', 'ik', 0, 'mijn kijk'),
      column('p', 'ander', 0, 'zijn kijk'),
      column('q', 'ik', 0, 'ook ik'),
      column('q', 'ander', 0, 'ook hij'),
    ]);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({
      kind: 'table',
      label: null,
      columns: ['Kolom ik', 'Kolom ander'],
      rows: [{ name: 'Veld p' }, { name: 'Veld q', cells: [{ text: 'ook ik' }, {}] }],
    });
  });

  it('keeps a place for a column in which nothing stands, where the form tells of it', () => {
    const field = fakeForms.find(({ head }) => head.form.form === 'frame')?.fields[0];
    if (!field) throw new Error('there is such a form');
    const steps = [column('probleem', 'ander', 0, 'zijn kijk')];
    expect(readingOf(steps, [field])).toMatchObject([
      { columns: ['Zo zie ik het', 'Kolom ander', 'Zo zegt de inwoner het', 'Wie bracht dat in?'] },
    ]);
    expect(readingOf(steps)).toMatchObject([{ columns: ['Kolom ander'] }]);
  });

  it('has rows that may be many as a table of their own', () => {
    const parts = readingOf([column('r', 'wat', 0, 'bellen'), column('r', 'wie', 2, 'ik')]);
    expect(parts).toMatchObject([
      {
        label: 'Veld r',
        rows: [
          { name: null, cells: [{ text: 'bellen' }, null] },
          { name: null, cells: [null, { text: 'ik' }] },
        ],
      },
    ]);
  });

  it('has what was chosen, the day, and what came of it', () => {
    const parts = readingOf([
      cell({ value: 'choice', column: 'x' }, 'Kennis'),
      cell({ value: 'choice', column: 'y' }, 'Ervaring'),
      cell({ field: 'd', value: 'look-back', heading: 'Wat werd het?' }, '2026-12-01'),
      {
        field: {
          kind: 'look-back',
          lookBack: 9 as never,
          asks: 'Wat werd het?',
          due: '2026-12-01' as never,
        },
        answer: {
          answer: 99 as never,
          text: 'Goed.',
          writtenAt: '' as never,
          savedAt: '' as never,
        },
      },
    ]);
    expect(parts).toMatchObject([
      { kind: 'choice', answers: [{ text: 'Kennis' }, { text: 'Ervaring' }] },
      { kind: 'day', day: '2026-12-01', asks: 'Wat werd het?' },
      { kind: 'look-back', due: '2026-12-01', answer: { text: 'Goed.' } },
    ]);
  });

  it('has first words for a row: a text before a choice, and never a day', () => {
    const day = cell({ value: 'date' }, '2026-12-01');
    const choice = cell({ value: 'choice' }, 'Kennis');
    expect(wordsOf([day, choice, cell({}, 'tekst')])).toBe('tekst');
    expect(wordsOf([day, choice])).toBe('Kennis');
    expect(wordsOf([day])).toBe('');
  });
});

describe('forms that are offered', () => {
  const heads = fakeForms.map(({ head }) => head);

  it('stand under what they are for, those without a theme last', () => {
    const loose = { ...heads[0], theme: null } as (typeof heads)[number];
    expect(groupsOf([loose, ...heads], null).themes.map(({ theme }) => theme)).toEqual([
      'De werkrelatie',
      'Samen overleggen',
      'Onderbouwd kiezen',
      null,
    ]);
  });

  it('stand first after a kind of contact, but never what is written before one', () => {
    expect(groupsOf(heads, 'huisbezoek').first.map(({ title }) => title)).toEqual(['Dilemma']);
    expect(groupsOf(heads, null).first).toEqual([]);
  });

  it('are told in a sentence, or two where the first is short', () => {
    expect(beginningOf('Na een overleg. Ieder kijkt anders. En meer.')).toBe(
      'Na een overleg. Ieder kijkt anders.',
    );
    const long = 'Een goed contact is meer dan een klik, en dat weet je. Meer.';
    expect(beginningOf(long)).toBe('Een goed contact is meer dan een klik, en dat weet je.');
    expect(beginningOf('Zonder punt')).toBe('Zonder punt');
  });
});
