/** A new contact on screen, and looking back on a time or a meeting without one. */
import { describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { open, shown, type Window } from './JournalApp.test-helper';
import type { FakeJournalOptions } from './backend/fake-journal';

const words = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);

async function contact(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open({ specimens: [], ...options });
  await window.press('Nieuw contactmoment');
  await shown();
  return window;
}

function alias(typed: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('#contact-alias')!;
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return shown();
}

describe('looking back without a contact', () => {
  it('is a group of its own, of which one kind at a time is chosen', async () => {
    const { press } = await contact();
    expect(text('#contact-time label')).toEqual([
      'Een week',
      'Een maand',
      'Een overleg of bijeenkomst',
    ]);
    expect(text('#contact-kind label')).not.toContain('Een week');
    await press('Huisbezoek');
    await press('Een week');
    const chosen = [...document.querySelectorAll<HTMLInputElement>('form .kinds :checked')];
    expect(chosen.map(({ value }) => value)).toEqual(['week']);
  });

  it('asks for no alias and nothing about a resident', async () => {
    const { press } = await contact();
    await press('Een maand');
    expect(document.querySelector('#contact-alias')).toBeNull();
    expect(text('.day label')).toEqual(['Dag (of de laatste)']);
    await press('Vertel iets meer');
    expect(text('legend')).toContain('Hoe zit je erbij?');
    expect(text('legend')).not.toContain('Wat draagt de inwoner mee?');
    expect(text('label')).not.toContain('Een jongere (18 tot 27)');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('starts without alias and baggage, though something was filled in before', async () => {
    const { backend, press } = await contact();
    await press('Huisbezoek');
    await alias('blauwe reiger');
    await press('Vertel iets meer');
    await press('Een zwaar levensverhaal');
    await press('Een jongere');
    await press('Een week');
    await press('Begin');
    expect(backend.requests('start_entry')).toEqual([
      {
        contact: { day: '2026-11-21', kind: 'week', alias: null },
        sitting: { minutes: 5, young: false, baggage: null, mood: null, keep: false },
        form: 'guide',
        sheet: null,
        question: null,
      },
    ]);
  });

  it('keeps a mood that is to be kept, and says only that', async () => {
    const { backend, press } = await contact();
    await press('Een week');
    await press('Vertel iets meer');
    await press('Rustig');
    expect(text('main')[0]).not.toContain('bagage');
    await press('Bewaar je stemming bij deze terugblik');
    await press('Begin');
    expect(backend.requests('start_entry')[0]?.sitting).toEqual({
      minutes: 5,
      young: false,
      baggage: null,
      mood: 'calm',
      keep: true,
    });
  });

  it('gives back what was filled in, for who chose the wrong kind for a moment', async () => {
    const { press } = await contact();
    await press('Huisbezoek');
    await alias('blauwe reiger');
    await press('Een week');
    await press('Huisbezoek');
    expect(document.querySelector<HTMLInputElement>('#contact-alias')?.value).toBe('blauwe reiger');
  });
});

describe('before a contact', () => {
  it('one can prepare first, and takes along what was filled in', async () => {
    const { press } = await contact();
    await press('Huisbezoek');
    await alias('blauwe reiger');
    expect(text('.prepare')).toEqual(['Komt het gesprek nog? Eerst voorbereiden']);
    await press('Eerst voorbereiden');
    expect(document.title).toBe('Bladen · Terugblik');
    const fields = [
      ...document.querySelectorAll<HTMLInputElement>('input:checked, input[type=text]'),
    ];
    expect(fields.map(({ value }) => value)).toEqual(['huisbezoek', 'blauwe reiger']);
  });

  it('there is nothing to prepare for a week', async () => {
    const { press } = await contact();
    await press('Een week');
    expect(text('.prepare')).toEqual([]);
  });
});

describe('sheets that fit', () => {
  it('stand under the kind that was chosen, and nothing before that', async () => {
    const { press } = await contact();
    expect(text('.sheets')).toEqual([]);
    await press('Huisbezoek');
    expect(text('.sheets li')).toEqual(['Dilemma']);
    await press('Telefoongesprek');
    expect(text('.sheets li')).toEqual([]);
    await press('Voortgangsgesprek');
    expect(text('.sheets li')).toEqual(['Hoe werken jullie samen?', 'Keuze van een instrument']);
    expect(await faultsOfPage()).toEqual([]);
    await press('Keuze van een instrument');
    expect(document.title).toBe('Bladen · Terugblik');
    const chosen = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')];
    expect(chosen.map(({ value }) => value)).toEqual(['voortgang']);
  });

  it('are not in the way when the handbook cannot be had', async () => {
    const window = await open({ specimens: [] });
    window.backend.failNext('read_handbook', { code: 'internal', incident: 1 });
    await window.press('Nieuw contactmoment');
    await window.press('Huisbezoek');
    await window.press('Begin');
    expect(window.backend.commands).toContain('start_entry');
  });
});
