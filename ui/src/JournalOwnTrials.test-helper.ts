/** What the tests of own trials do and look for on screen. */
import { open, shown, type Window } from './JournalApp.test-helper';
import type { FakeJournalOptions } from './backend/fake-journal';
import { tenWeeks } from './backend/fake-own-trial-specimens';

export const DAY = 24 * 60 * 60 * 1000;

export const words = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
export const text = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(words);
export const main = (): string => words(document.querySelector('main'));
export const said = (): string => words(document.querySelector('main > .said'));
export const section = (title: string): Element => {
  const found = [...document.querySelectorAll('main section')].find(
    (one) => words(one.querySelector('h2')) === title,
  );
  if (found === undefined) throw new Error(`there is a section ${title}`);
  return found;
};
export const has = (title: string): boolean => text('main section h2').includes(title);
export const inSection = (title: string, selector: string): HTMLElement[] => [
  ...section(title).querySelectorAll<HTMLElement>(selector),
];
/** The words of the elements that an attribute names, as assistive technology gathers them. */
export const named = (element: Element | null, attribute: string): string =>
  (element?.getAttribute(attribute) ?? '')
    .split(' ')
    .map((id) => words(document.getElementById(id)))
    .join(' ');
export const chart = (): SVGElement => {
  const found = document.querySelector<SVGElement>('svg[role=img]');
  if (found === null) throw new Error('there is a chart');
  return found;
};
export const cells = (): string[][] =>
  [...document.querySelectorAll('table tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].slice(0, 3).map(words),
  );

export async function click(element: Element | undefined | null): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('it is there to be pressed');
  element.focus();
  element.click();
  await shown();
}

export async function type(field: HTMLInputElement | null, value: string): Promise<void> {
  if (field === null) throw new Error('there is a field');
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
}

/** Taps a value in the pad of a section. */
export const tap = (title: string, value: number): Promise<void> =>
  click(inSection(title, '[role=toolbar] button').find((one) => words(one) === String(value)));

/** Presses what says so in the dialog that is open. */
export async function answer(label: string): Promise<void> {
  const buttons = [...document.querySelectorAll('dialog[open] button, dialog[open] label')];
  await click(buttons.find((one) => words(one) === label));
}

export async function trials(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open(options);
  await window.press('Leren');
  await window.press('Eigen proef');
  return window;
}

export async function trial(
  specimen = tenWeeks,
  options: FakeJournalOptions = {},
): Promise<Window> {
  const window = await trials({ ownTrials: [specimen], ...options });
  await window.press(specimen.behaviour);
  return window;
}
