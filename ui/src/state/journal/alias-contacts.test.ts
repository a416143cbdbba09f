/** The contacts with one alias in time. */
import { describe, expect, it } from 'vitest';

import type { ContactView, Day } from '../../backend/contract';
import { contactLine, contactsInWords } from './alias-contacts';

const on = (...days: string[]): ContactView[] =>
  days.map((day) => ({ day: day as Day, kind: 'huisbezoek', alias: 'blauwe reiger' }));

describe('the line', () => {
  it('is one of whole months, over the turn of a year and the change of the clock', () => {
    const line = contactLine(on('2027-04-02', '2026-12-31', '2026-12-01'));
    expect(line?.days).toEqual([0, 30, 122]);
    expect(line?.marks.map(({ name }) => name)).toEqual(['dec', 'jan', 'feb', 'mrt', 'apr']);
    expect(line?.marks.map(({ begins }) => begins)).toEqual([0, 31, 62, 90, 121]);
    expect(line?.length).toBe(151);
  });

  it('has the names of years where those of months would come again', () => {
    const two = contactLine(on('2026-12-31', '2025-01-01'));
    expect(two?.marks.map(({ name }) => name).slice(0, 13)).toEqual(
      'jan feb mrt apr mei jun jul aug sep okt nov dec jan'.split(' '),
    );
    const more = contactLine(on('2027-01-01', '2024-12-30'));
    expect(more?.marks).toEqual([
      { begins: 31, name: '2025' },
      { begins: 31 + 365, name: '2026' },
      { begins: 31 + 2 * 365, name: '2027' },
    ]);
    expect(more?.length).toBe(31 + 2 * 365 + 31);
  });

  it('has one point for two contacts on a day, and is none for one day', () => {
    expect(contactLine(on('2026-11-18', '2026-11-18', '2026-11-02'))?.days).toEqual([1, 17]);
    expect(contactLine(on('2026-11-18', '2026-11-18'))).toBeNull();
    expect(contactLine([])).toBeNull();
  });
});

describe('the words', () => {
  it('are about the first and the last, and about nothing that is short', () => {
    expect(contactsInWords(on('2026-11-18', '2026-10-20')).join(' ')).toBe(
      'Het eerste contact dat hier staat, was op dinsdag 20 oktober 2026. Het laatste was op woensdag 18 november 2026.',
    );
  });

  it('name a long time in which there was none', () => {
    const [, gap] = contactsInWords(on('2026-11-18', '2026-08-03', '2026-08-01', '2026-06-01'));
    expect(gap).toBe(
      'Tussen maandag 3 augustus 2026 en woensdag 18 november 2026 staat hier geen contact.',
    );
  });

  it('say it of one contact, and of none', () => {
    expect(contactsInWords(on('2026-11-18'))).toEqual([
      'Hier staat één contact: woensdag 18 november 2026.',
    ]);
    expect(contactsInWords([])).toEqual(['Hier staat nog geen contact.']);
  });
});
