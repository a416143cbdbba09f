/** The calendar by its keys and by what assistive technology hears (ARIA Authoring Practices, date grid). */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from '../axe.test-helper';
import type { Day, Month } from '../backend/contract';
import { dayInFull, weekdayInFull } from '../i18n/dates';
import { t } from '../i18n/i18n.svelte';
import { daysLater } from '../state/journal/calendar';
import { settled } from '../state/journal/testing';
import Calendar from './Calendar.svelte';

let close: () => void = () => undefined;

afterEach(() => {
  close();
  document.body.replaceChildren();
});

function show(day: string, today = '2026-11-21', marked: readonly string[] = []) {
  const chosen: Day[] = [];
  const months: Month[] = [];
  const main = document.createElement('main');
  document.body.append(main);
  const app = mount(Calendar, {
    target: main,
    props: {
      day: day as Day,
      today: today as Day,
      marked: new Set(marked as Day[]),
      onchoose: (to: Day) => void chosen.push(to),
      onmonth: (to: Month) => void months.push(to),
    },
  });
  close = () => void unmount(app);
  flushSync();
  return { app, chosen, months };
}

/** The one day that the Tab key reaches. */
function stop(): HTMLButtonElement {
  const stops = document.querySelectorAll<HTMLButtonElement>('table button[tabindex="0"]');
  expect(stops).toHaveLength(1);
  return stops[0] as HTMLButtonElement;
}

/** Presses a key on the day that has the focus; answers the day that has it then. */
async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<string> {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settled();
  return document.activeElement?.getAttribute('aria-label') ?? '';
}

const said = (day: string): string => dayInFull(day as Day);
const numbers = (): string[] =>
  [...document.querySelectorAll('tbody th')].map((week) => week.textContent.trim());
const rows = (): string[][] =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim()),
  );

describe('the keys of the calendar', () => {
  it.each<[string, KeyboardEventInit, string, string]>([
    ['ArrowRight', {}, '2026-11-18', '2026-11-19'],
    ['ArrowLeft', {}, '2026-11-18', '2026-11-17'],
    ['ArrowDown', {}, '2026-11-18', '2026-11-25'],
    ['ArrowUp', {}, '2026-11-18', '2026-11-11'],
    ['Home', {}, '2026-11-18', '2026-11-16'],
    ['End', {}, '2026-11-18', '2026-11-22'],
    ['PageDown', {}, '2026-11-18', '2026-12-18'],
    ['PageUp', {}, '2026-11-18', '2026-10-18'],
    ['PageDown', { shiftKey: true }, '2026-11-18', '2027-11-18'],
    ['PageUp', { shiftKey: true }, '2026-11-18', '2025-11-18'],
    // Over the edges of a month and of a year.
    ['ArrowRight', {}, '2026-12-31', '2027-01-01'],
    ['ArrowUp', {}, '2027-01-01', '2026-12-25'],
    ['Home', {}, '2027-01-01', '2026-12-28'],
    ['End', {}, '2026-12-31', '2027-01-03'],
    // A month that is too short, and a year without this day.
    ['PageDown', {}, '2027-01-31', '2027-02-28'],
    ['PageUp', { shiftKey: true }, '2028-02-29', '2027-02-28'],
  ])('%s with %o from %s', async (key, modifiers, from, to) => {
    const { months } = show(from);
    stop().focus();
    expect(await press(key, modifiers)).toBe(said(to));
    expect(document.activeElement).toBe(stop());
    expect(stop().closest('td')?.getAttribute('aria-selected')).toBe('true');
    expect(document.querySelectorAll('td[aria-selected="true"]')).toHaveLength(1);
    expect(months.at(-1)).toBe(to.slice(0, 7));
  });

  it('keep what they do from the pages behind, and leave every other key alone', () => {
    show('2026-11-18');
    stop().focus();
    const heard: string[] = [];
    const hear = ({ key, defaultPrevented }: KeyboardEvent): void => {
      heard.push(`${key} ${defaultPrevented}`);
    };
    document.addEventListener('keydown', hear);
    for (const [key, modifiers] of [
      ['PageUp', {}],
      ['PageUp', { ctrlKey: true }],
      ['ArrowLeft', { altKey: true }],
      ['Escape', {}],
      ['Tab', {}],
    ] as const)
      void press(key, modifiers);
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['PageUp false', 'ArrowLeft false', 'Escape false', 'Tab false']);
  });

  it('choose nothing on their way; a press on a day does', async () => {
    const { chosen } = show('2026-11-18');
    stop().focus();
    await press('ArrowRight');
    await press('ArrowDown');
    expect(chosen).toEqual([]);
    stop().click();
    expect(chosen).toEqual(['2026-11-26']);
  });

  it('go on from a day that took the focus by itself, and from one that was typed elsewhere', async () => {
    const { app } = show('2026-11-18');
    document.querySelector<HTMLElement>(`[aria-label="${said('2026-11-04')}"]`)?.focus();
    expect(await press('ArrowRight')).toBe(said('2026-11-05'));
    (app as { show: (to: Day) => void }).show('2025-02-03' as Day);
    flushSync();
    expect(stop().getAttribute('aria-label')).toBe(said('2025-02-03'));
    expect(document.activeElement).not.toBe(stop());
  });
});

describe('the months of the calendar', () => {
  it('begin each week on Monday, and leave days of other months out', () => {
    show('2026-11-18');
    const heads = [...document.querySelectorAll('thead th')].map((head) =>
      head.getAttribute('abbr'),
    );
    const monday = '2026-11-16' as Day;
    expect(heads).toEqual([
      t('calendar-week'),
      ...[0, 1, 2, 3, 4, 5, 6].map((at) => weekdayInFull(daysLater(monday, at))),
    ]);
    expect(heads[1]).toBe('maandag');
    expect(rows()[0]).toEqual(['', '', '', '', '', '', '1']);
    expect(rows().at(-1)).toEqual(['30', '', '', '', '', '', '']);
    expect(document.querySelectorAll('table button')).toHaveLength(30);
    // What is no day here is nothing to choose either.
    const empty = [...document.querySelectorAll('td')].filter((cell) => cell.textContent === '');
    expect(empty.every((cell) => !cell.hasAttribute('aria-selected'))).toBe(true);
  });

  it.each<[string, string[]]>([
    // 2026 ends in week 53, and so 2027 begins in it.
    ['2026-12-15', ['49', '50', '51', '52', '53']],
    ['2027-01-15', ['53', '1', '2', '3', '4']],
    // The last days of 2024 are of week 1 already.
    ['2024-12-15', ['48', '49', '50', '51', '52', '1']],
    ['2025-01-15', ['1', '2', '3', '4', '5']],
    // 1 and 2 January 2022 are of week 52.
    ['2022-01-15', ['52', '1', '2', '3', '4', '5']],
  ])('has the weeks of %s by their ISO numbers', (day, weeks) => {
    show(day);
    expect(numbers()).toEqual(weeks);
  });

  it('keeps the weeks right as one goes over New Year', async () => {
    show('2026-12-31');
    stop().focus();
    expect(stop().closest('tr')?.querySelector('th')?.textContent).toBe('53');
    await press('ArrowRight');
    expect(stop().closest('tr')?.querySelector('th')?.textContent).toBe('53');
    expect(numbers()[0]).toBe('53');
    await press('ArrowDown');
    expect(stop().closest('tr')?.querySelector('th')?.textContent).toBe('1');
  });

  it('says which day is today, which has something, and which month it is', () => {
    const { months } = show('2026-11-18', '2026-11-21', ['2026-11-03']);
    const today = document.querySelectorAll('[aria-current="date"]');
    expect([...today].map((day) => day.getAttribute('aria-label'))).toEqual([said('2026-11-21')]);
    expect(
      document
        .querySelector(`[aria-label="${t('calendar-day-written', { day: said('2026-11-03') })}"]`)
        ?.textContent?.trim(),
    ).toBe('3');
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('november 2026');
    expect(months).toEqual(['2026-11']);
  });

  it('turns by its buttons, with the focus left on them', () => {
    const { months } = show('2026-01-31');
    const [before, after] = [...document.querySelectorAll<HTMLButtonElement>('.head button')];
    after?.focus();
    after?.click();
    flushSync();
    expect(stop().getAttribute('aria-label')).toBe(said('2026-02-28'));
    expect(document.activeElement).toBe(after);
    before?.click();
    before?.click();
    flushSync();
    expect(months).toEqual(['2026-01', '2026-02', '2025-12']);
  });

  it('has no fault for who cannot see it', async () => {
    show('2026-11-18', '2026-11-21', ['2026-11-03']);
    expect(await faultsOfPage()).toEqual([]);
  });
});
