/** A contact and its pages on screen: what a person sees, presses and hears while writing. */
import { describe, expect, it } from 'vitest';

import { control, open, shown, type Window } from './JournalApp.test-helper';

const text = (): string => document.querySelector('main')?.textContent ?? '';
const focused = (): string => document.activeElement?.textContent?.trim() ?? '';
const overview = (): string[] =>
  [...document.querySelectorAll('main nav li')].map((item) => item.textContent.trim());

async function type(selector: string, value: string): Promise<HTMLInputElement> {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`there is a ${selector}`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
  return field;
}

async function begin({ press }: Window, kind: string, minutes = '5 min'): Promise<void> {
  await press('Nieuw contactmoment');
  await press(kind);
  await press(minutes);
  await press('Begin');
}

describe('a free page that the store does not know yet', () => {
  const buttons = (): HTMLButtonElement[] => [
    ...document.querySelectorAll<HTMLButtonElement>('main form .actions button'),
  ];

  async function begun(): Promise<Window> {
    const window = await open({ specimens: [] });
    window.backend.hold('start_entry');
    await window.press('Nieuw contactmoment');
    await window.press('Vrije bladzijde');
    return window;
  }

  it('has the very buttons that it keeps', async () => {
    const { backend } = await begun();
    const before = buttons();
    expect(before.map(({ textContent }) => textContent.trim())).toEqual(['Verder', 'Klaar']);
    backend.release('start_entry');
    await shown();
    expect(buttons()).toEqual(before);
    expect(before.every((button) => button.isConnected)).toBe(true);
  });

  it('goes on once what follows is known', async () => {
    const { backend, press, heading } = await begun();
    await press('Verder');
    expect(heading()).toBe('Wat wil je kwijt?');
    backend.release('start_entry');
    await shown();
    expect(heading()).toContain('het volgende contact');
  });

  it('pulls nobody back who is done with it', async () => {
    const { backend, press, heading } = await begun();
    await press('Verder');
    await press('Klaar');
    const today = heading();
    backend.release('start_entry');
    await shown();
    expect(heading()).toBe(today);
  });
});

describe('a new contact', () => {
  it('takes a kind and Begin, and knows nothing else', async () => {
    const window = await open({ specimens: [] });
    await window.press('Nieuw contactmoment');
    await window.press('Huisbezoek');
    await window.press('Begin');
    expect(window.backend.requests('start_entry')).toEqual([
      {
        contact: { day: '2026-11-21', kind: 'huisbezoek', alias: null },
        sitting: { minutes: 5, young: false, baggage: null, mood: null, keep: false },
        form: 'guide',
        sheet: null,
        question: null,
      },
    ]);
  });

  it('begins with Enter in the field of the alias', async () => {
    const { backend, press } = await open({ specimens: [] });
    await press('Nieuw contactmoment');
    await press('Huisbezoek');
    const field = await type('#contact-alias', 'stille beuk');
    field.form?.requestSubmit();
    await shown();
    expect(backend.requests('start_entry')[0]?.contact?.alias).toBe('stille beuk');
  });

  it('takes more where a person wishes to say it, and keeps it only when asked', async () => {
    const { backend, press } = await open({ specimens: [] });
    await press('Nieuw contactmoment');
    await press('Kennismaking');
    await press('15 min');
    expect(text()).not.toContain('Wat draagt de inwoner mee?');
    await press('Vertel iets meer');
    expect(text()).not.toContain('Bewaar bagage');
    await press('Kritiek op de gemeente');
    await press('Geraakt');
    await press('Een jongere');
    await press('Bewaar bagage en stemming');
    await press('Begin');
    expect(backend.requests('start_entry')[0]?.sitting).toEqual({
      minutes: 15,
      young: true,
      baggage: 'criticism',
      mood: 'touched',
      keep: true,
    });
  });

  it('keeps nothing of a choice that was taken back', async () => {
    const { backend, press } = await open({ specimens: [] });
    await press('Nieuw contactmoment');
    await press('Kennismaking');
    await press('Vertel iets meer');
    await press('Boos');
    await press('Bewaar bagage en stemming');
    await press('Boos');
    expect(text()).not.toContain('Bewaar bagage');
    await press('Begin');
    expect(backend.requests('start_entry')[0]?.sitting).toMatchObject({ mood: null, keep: false });
  });
});

describe('the pages of an entry', () => {
  it('ask one thing at a time, say where one is, and close with what to try', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking');
    expect(document.title).toBe('Vraag 1 · Terugblik');
    await window.press('Volgende vraag');
    expect(document.title).toBe('Vraag 2 · Terugblik');
    expect(focused()).toBe(window.heading());
    await window.press('Volgende vraag');
    await window.press('Verder');
    expect(document.title).toBe('Tot slot · Terugblik');
    expect(window.heading()).toContain('één keer proberen');
    expect(text()).toContain('Hoe was het voor jou?');
    expect(text()).toContain('Alleen voor jou.');
    await window.press('Klaar');
    expect(window.heading()).toBe('Goedemiddag');
    expect(window.backend.commands).not.toContain('save_answer');
  });

  it('let one be done from anywhere', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking');
    window.write('Genoeg.');
    await window.press('Klaar');
    expect(window.store.texts).toEqual(['Genoeg.']);
    expect(window.heading()).toBe('Goedemiddag');
  });

  it('tell why a question is asked, and how far its source was read', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking');
    await window.press('Waarom deze vraag?');
    expect(text()).toContain('Ruimte geven');
    expect(text()).toContain('Gelezen: de pagina over het project');
    expect(text()).toContain('Niet gelezen: het onderzoeksverslag');
  });

  it('show another question with the focus on it, and say when there is none', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking');
    const first = window.heading();
    await window.press('Andere vraag');
    expect(window.heading()).not.toBe(first);
    expect(focused()).toBe(window.heading());
    expect(document.title).toBe('Vraag 1 · Terugblik');
    for (let turn = 0; turn < 5; turn += 1) await window.press('Andere vraag');
    expect(text()).toContain('is er nu geen andere vraag');
    expect(text()).toContain('Eigen vraag');
  });

  it('offer no other question where something is written', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking');
    expect(text()).toContain('Andere vraag');
    window.write('Iets.');
    await shown();
    expect(text()).not.toContain('Andere vraag');
  });

  it('take a question of one’s own, which becomes the heading', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking');
    await window.press('Eigen vraag');
    expect(window.heading()).toBe('Wat vraag je jezelf?');
    expect(document.title).toBe('Eigen vraag · Terugblik');
    const line = document.querySelector<HTMLInputElement>('main input');
    expect(document.activeElement).toBe(line);
    expect(line?.maxLength).toBe(300);

    await type('main input', 'Wat zou zij zeggen?');
    expect(overview()).toContain('Wat zou zij zeggen?');
    await window.key('Enter');
    expect(window.heading()).toBe('Wat zou zij zeggen?');
    expect(document.activeElement).toBe(window.textarea());
    expect(document.querySelector(`label[for="${window.textarea().id}"]`)?.textContent).toBe(
      'Wat zou zij zeggen?',
    );
    window.write('Dat het meeviel.');
    await window.key('Enter', control);
    expect(window.store.texts).toEqual(['Dat het meeviel.']);
    await window.key('ArrowLeft', { altKey: true });
    await window.press('Verander je vraag');
    expect(document.activeElement).toBe(document.querySelector('main input'));
  });

  it('show a follow-up once there is something to ask on from', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking', '15 min');
    await window.press('Volgende vraag');
    const before = overview().length;
    window.write('Dat ze gezien werd.');
    await shown();
    expect(overview()).toHaveLength(before + 1);
    await window.press('Volgende vraag');
    expect(window.heading()).toContain('anders gehoord');
    expect(document.title).toBe('Vraag 3 · Terugblik');
  });

  it('take the caret where nothing is asked, and leave it where a question is to be heard', async () => {
    const window = await open({ specimens: [] });
    await window.press('Vrije bladzijde');
    expect(document.activeElement).toBeInstanceOf(HTMLTextAreaElement);
    await window.press('Vandaag');
    await begin(window, 'Huisbezoek');
    expect(document.activeElement).toBeInstanceOf(HTMLHeadingElement);
  });

  it('give a free page where the handbook has no question, and say so', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Intervisie', '2 min');
    expect(window.heading()).toBe('Wat wil je kwijt?');
    expect(text()).toContain('heeft het handboek in zo weinig tijd geen vraag');
    expect(text()).not.toContain('Andere vraag');
    await window.press('Eigen vraag');
    expect(window.heading()).toBe('Wat vraag je jezelf?');
  });

  it('have no ticks, figures or marks in the overview', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Kennismaking', '30 min');
    window.write('Iets.');
    await window.press('Klaar');
    await window.press('Verder schrijven');
    expect(document.querySelector('main nav')?.textContent).not.toMatch(/\d|✓|klaar|ingevuld/i);
  });
});

describe('what was to be tried', () => {
  const specimens = [
    {
      daysAgo: 7,
      kind: 'kennismaking',
      alias: 'stille haven',
      texts: ['Hij wachtte.'],
      intention: 'Ik loop naar de wachtruimte.',
    },
  ];
  async function again(window: Window): Promise<void> {
    await window.press('Nieuw contactmoment');
    await window.press('Huisbezoek');
    await type('#contact-alias', 'stille haven');
    await window.press('Begin');
  }

  it('opens first, in its own words, and asks in a few words or not at all', async () => {
    const window = await open({ specimens });
    await again(window);
    expect(window.heading()).toBe('Je wilde proberen');
    expect(document.querySelector('main blockquote')?.textContent).toBe(
      'Ik loop naar de wachtruimte.',
    );
    expect(document.title).toBe('Je voornemen · Terugblik');
    window.write('Hij lachte.');
    await window.press('Volgende vraag');
    expect(document.title).toBe('Vraag 1 · Terugblik');
    expect(window.store.texts).toContain('Hij lachte.');
  });

  it('can be let go there and kept after all, with the focus where it was', async () => {
    const window = await open({ specimens });
    await again(window);
    const button = [...document.querySelectorAll('main form button')].find((other) =>
      other.textContent.includes('Laat dit voornemen los'),
    ) as HTMLButtonElement;
    button.focus();
    await window.press('Laat dit voornemen los');
    expect(document.querySelector('main form [role=status]')?.textContent).toBe(
      'Dit voornemen komt niet meer terug.',
    );
    expect(document.activeElement).toBe(button);
    await window.press('Toch bewaren');
    expect(text()).not.toContain('komt niet meer terug');
    expect(window.backend.requests('let_go_intention').map(({ letGo }) => letGo)).toEqual([
      true,
      false,
    ]);
  });
});

describe('when an intention comes back', () => {
  it('is a choice where there are two ways', async () => {
    const window = await open({ specimens: [] });
    await window.press('Nieuw contactmoment');
    await window.press('Huisbezoek');
    await type('#contact-alias', 'stille beuk');
    await window.press('Begin');
    await window.press('Tot slot');
    expect(document.querySelector('main form fieldset')).toBeNull();
    window.write('Eerst koffie.');
    await shown();
    const chosen = document.querySelector<HTMLInputElement>('main form input:checked');
    expect(chosen?.labels?.[0]?.textContent).toContain('met stille beuk');
    await window.press('Bij het volgende contact van deze soort (Huisbezoek)');
    await window.press('Klaar');
    expect(window.backend.requests('save_answer').at(-1)?.field).toEqual({
      kind: 'intention',
      returns: 'kind',
    });
  });

  it('is said where there is one way', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Huisbezoek');
    await window.press('Tot slot');
    window.write('Eerst koffie.');
    await shown();
    expect(document.querySelector('main form fieldset')).toBeNull();
    expect(text()).toContain(
      'Dit komt terug bij het volgende contact van deze soort (Huisbezoek).',
    );
  });

  it('is Today for a page without a contact', async () => {
    const window = await open({ specimens: [] });
    await window.press('Vrije bladzijde');
    await window.press('Tot slot');
    window.write('Vaker opschrijven.');
    await shown();
    expect(text()).toContain('Dit blijft bij Vandaag staan');
  });
});

describe('a later day', () => {
  it('is named with the page, and with that page alone', async () => {
    const window = await open({
      specimens: [{ daysAgo: 3, kind: 'huisbezoek', alias: null, texts: ['Toen.'] }],
    });
    await window.press('Verder schrijven');
    expect(text()).not.toMatch(/Vraag \d · Later geschreven/);
    await window.press('Vrije bladzijde');
    expect(text()).toContain('Vrije bladzijde · Later geschreven');
    expect(document.title).toBe('Vrije bladzijde · Terugblik');
  });
});
