/** Today, the entries and help, over a role in memory: what returns, what is read, what one can press. */
import { describe, expect, it } from 'vitest';

import { control, open, shown } from './JournalApp.test-helper';
import { specimens, type Specimen } from './backend/fake-content';
import { t } from './i18n/i18n.svelte';

const text = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());

const field = (label: string): HTMLInputElement | HTMLSelectElement => {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find((element) => element.textContent.trim() === label);
  const control = document.getElementById(found?.htmlFor ?? '');
  if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) return control;
  throw new Error(`there is a field ${label}`);
};

function fill(label: string, value: string): void {
  const control = field(label);
  control.value = value;
  // happy-dom sees `:checked` on inputs only; a browser sees it on the chosen option too.
  if (control instanceof HTMLSelectElement)
    control.querySelector = () => control.options[control.selectedIndex] ?? null;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

const intending = (alias: string, daysAgo: number, intention: string): Specimen => ({
  daysAgo,
  kind: 'huisbezoek',
  alias,
  texts: ['iets'],
  intention,
});

describe('what returns', () => {
  it('stands on Today, with the contact that it returns with', async () => {
    const { press, heading } = await open();
    expect(text('main li blockquote')).toContain(
      'Eerst vragen hoe het is. De map met formulieren blijft in mijn tas.',
    );
    await press('Nieuw contactmoment met stille haven');
    expect(heading()).toBe('Nieuw contactmoment');
    const chosen = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')];
    expect(chosen.map(({ value }) => value)).toContain('kennismaking');
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=text]')];
    expect(inputs.map(({ value }) => value)).toContain('stille haven');
  });

  it('is an offer of three, with the rest on request and never a number', async () => {
    const birds = ['rode merel', 'wijze uil', 'snelle zwaluw', 'grote mus', 'stille beuk'];
    const many = birds.map((alias, day) => intending(alias, day, `probeer ${alias}`));
    const { press } = await open({ specimens: many });
    expect(text('main li blockquote')).toEqual([
      'probeer rode merel',
      'probeer wijze uil',
      'probeer snelle zwaluw',
    ]);
    await press('Laat alles zien');
    expect(text('main li blockquote')).toHaveLength(5);
    expect(document.activeElement?.textContent).toBe('Wat terugkomt');
    expect(text('main section')[0]).not.toMatch(/\d+ (voornemens|van)/);
  });

  it('can be let go, and kept after all', async () => {
    const { backend, press } = await open({
      specimens: [intending('blauwe reiger', 2, 'eerst luisteren')],
    });
    await press('Laat los');
    expect(text('main li blockquote')).toEqual([]);
    expect(document.body.textContent).not.toContain('Wat terugkomt');
    expect(document.activeElement?.tagName).toBe('H1');
    await press('Toch bewaren');
    expect(text('main li blockquote')).toEqual(['eerst luisteren']);
    expect(backend.requests('let_go_intention').map(({ letGo }) => letGo)).toEqual([true, false]);
  });

  it('leaves the next one the focus', async () => {
    const { press } = await open({
      specimens: [intending('blauwe reiger', 1, 'een'), intending('groene fiets', 2, 'twee')],
    });
    document.querySelectorAll<HTMLElement>('main li button')[1]?.focus();
    await press('Laat los');
    expect(text('main li blockquote')).toEqual(['twee']);
    expect(document.activeElement?.textContent).toBe('Wat terugkomt');
  });
});

describe('today', () => {
  it('welcomes who was away, until the first entry, and counts nothing', async () => {
    const { press } = await open({ opened: { afterAWhile: true } });
    expect(document.querySelector('main')?.textContent).toContain('Fijn dat je er weer bent.');
    expect(document.querySelector('main header')?.textContent).not.toMatch(/week|weken|dagen/);
    await press('Vrije bladzijde');
    await press('Vandaag');
    expect(document.querySelector('main')?.textContent).not.toContain('Fijn dat je er weer bent.');
  });

  it('is one key away from anywhere, as a free page is', async () => {
    const { key, heading } = await open();
    await key('n', { ...control, shiftKey: true });
    expect(heading()).toBe('Wat wil je kwijt?');
    await key('Home', { altKey: true });
    expect(heading()).toBe('Goedemiddag');
  });
});

describe('reading', () => {
  it('shows an entry in its order, each part by its own name', async () => {
    const { press } = await open();
    await press('Terugblikken');
    await press('ma 26');
    expect(text('article h2')).toEqual([
      'Welk moment uit dit gesprek blijft bij je? Schrijf op wat je zag en hoorde.',
      'Stel: de inwoner vertelt thuis over dit gesprek. Wat hoor je dan?',
      'Wie heeft hem die dag eigenlijk gezien?',
      'Vrije bladzijde',
      'Voor de volgende keer',
    ]);
    const article = document.querySelector('article')?.textContent ?? '';
    expect(article).toContain('Eigen vraag');
    expect(article).toContain('Later geschreven, op woensdag 28 oktober 2026');
    expect(article).toContain('Komt terug bij het volgende contact met stille haven.');
    expect(article).not.toContain('Bijgewerkt');
  });

  it('sets apart how it was for the person, as the last thing', async () => {
    const { press } = await open();
    await press('Terugblikken');
    await press('za 21');
    expect(text('article h2').at(-1)).toBe('Hoe was het voor jou?');
    expect(text('article .feeling h2')).toEqual(['Hoe was het voor jou?']);
  });

  it('puts what came of it under what was to be tried, which no longer comes back', async () => {
    const first = intending('blauwe reiger', 9, 'eerst luisteren');
    const second = { ...intending('blauwe reiger', 2, ''), outcome: 'het werd stil' };
    const { press } = await open({
      specimens: [first, { ...second, intention: 'weer luisteren' }],
    });
    expect(text('main li blockquote')).toEqual(['weer luisteren']);
    await press('Terugblikken');
    await press('do 19');
    expect(text('article section.outcome blockquote')).toEqual(['eerst luisteren']);
    expect(text('article h2')[0]).toBe('Wat ervan kwam');
    await press('Oudere terugblik');
    expect(document.querySelector('article')?.textContent).toContain('eerst luisteren');
    expect(document.querySelector('article')?.textContent).not.toContain('Komt terug');
  });

  it('says of the sitting only what was to be kept', async () => {
    const kept = specimens.filter(({ sitting }) => sitting?.keep);
    const { press } = await open({
      specimens: [...kept, { ...intending('x', 1, ''), sitting: { mood: 'angry', keep: false } }],
    });
    await press('Terugblikken');
    await press('vr 20');
    expect(document.querySelector('article')?.textContent).not.toContain('boos');
    await press('Oudere terugblik');
    expect(document.querySelector('article')?.textContent).toContain('Je was trots');
    expect(document.querySelector('article')?.textContent).toContain('zwaar levensverhaal');
  });

  it('goes to an older and a newer entry by key, and nowhere at the ends', async () => {
    const { key, press, heading } = await open();
    await press('Terugblikken');
    await press('za 21');
    expect(text('nav[aria-label="Andere terugblikken"] button')).toEqual(['Oudere terugblik']);
    await key('PageDown', control);
    expect(heading()).toBe('Maatregel of boete');
    expect(document.activeElement?.tagName).toBe('H1');
    await key('PageUp', control);
    expect(heading()).toBe('Huisbezoek');
    await key('PageUp', control);
    expect(heading()).toBe('Huisbezoek');
  });

  it('goes back to where the entry stands in the list', async () => {
    const { backend, press } = await open();
    await press('Terugblikken');
    await press('ma 26');
    await press('Oudere terugblik');
    const asked = backend.requests('list_entries').length;
    await press('Alle terugblikken');
    expect(document.activeElement?.textContent).toContain('ma 19');
    expect(backend.requests('list_entries')).toHaveLength(asked);
  });

  it('changes day, kind and alias, and says so', async () => {
    const { backend, press, heading } = await open();
    await press('Terugblikken');
    await press('za 21');
    await press('Dag of contact veranderen');
    fill('Dag', '2026-11-20');
    fill('Soort contact', 'telefonisch');
    fill('Schuilnaam (mag leeg blijven)', '  stille haven ');
    await press('Bewaar');
    expect(backend.requests('change_entry')[0]).toMatchObject({
      day: '2026-11-20',
      kind: 'telefonisch',
      alias: 'stille haven',
    });
    expect(heading()).toBe('Telefoongesprek');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(document.querySelector('main [role=status].said')?.textContent).toContain(
      'De terugblik is aangepast.',
    );
  });

  it('takes no day that is still to come, and leaves all as it was', async () => {
    const { backend, press, heading } = await open();
    await press('Terugblikken');
    await press('za 21');
    await press('Dag of contact veranderen');
    fill('Dag', '2026-11-22');
    await press('Bewaar');
    expect(document.querySelector('dialog[open]')?.textContent).toContain('moet nog komen');
    await press('Laat het zo');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(backend.commands).not.toContain('change_entry');
    expect(heading()).toBe('Huisbezoek');
  });

  it('gives a free page a contact, or leaves it without', async () => {
    const { backend, press } = await open();
    await press('Terugblikken');
    await press('ma 9');
    await press('Dag of contact veranderen');
    expect(document.querySelector('dialog[open]')?.textContent).not.toContain('Schuilnaam');
    await press('Bewaar');
    expect(backend.requests('change_entry').at(-1)).toMatchObject({ kind: null, alias: null });
    await press('Dag of contact veranderen');
    fill('Soort contact', 'telefonisch');
    await shown();
    fill('Schuilnaam (mag leeg blijven)', 'groene fiets');
    await press('Bewaar');
    expect(backend.requests('change_entry').at(-1)).toMatchObject({
      kind: 'telefonisch',
      alias: 'groene fiets',
    });
  });

  it('keeps the form open when the change is refused', async () => {
    const { backend, press } = await open();
    await press('Terugblikken');
    await press('za 21');
    await press('Dag of contact veranderen');
    backend.failNext('change_entry', { code: 'alias-unusable' });
    await press('Bewaar');
    expect(document.querySelector('dialog[open]')?.textContent).toContain(
      'Deze schuilnaam kan niet',
    );
    await press('Bewaar');
    expect(document.querySelector('dialog[open]')).toBeNull();
  });
});

describe('a word that the organisation chose', () => {
  it('stands in questions that wait for an answer, and never in what was asked before', async () => {
    const { press, write, key } = await open({ specimens: specimens.slice(0, 1) });
    await press('Nieuw contactmoment');
    await press('Huisbezoek');
    await press('Begin');
    write('Een antwoord.');
    await key(',', control);
    fill('Iemand met een uitkering', 'klant');
    await shown();
    await press('Vandaag');
    await press('Verder schrijven');
    const overview = (): string => document.querySelector('main nav')?.textContent ?? '';
    expect(overview()).toContain('Stel: de klant vertelt thuis');
    expect(overview()).not.toContain('inwoner');

    await press('Terugblikken');
    const rows = [...document.querySelectorAll<HTMLElement>('main li button')];
    rows.find((row) => row.textContent.includes('blauwe reiger'))?.click();
    await shown();
    expect(text('article h2')).toContain(
      'Stel: de inwoner vertelt thuis over dit gesprek. Wat hoor je dan?',
    );
  });
});

describe('help', () => {
  it('is one key away and names every key', async () => {
    const { key, heading } = await open();
    await key('F1');
    expect(heading()).toBe('Hulp');
    expect(document.title).toBe('Hulp · Terugblik');
    expect(document.activeElement?.textContent).toBe('Hulp');
    expect(text('main h3')).toEqual([
      'Overal',
      'Als je schrijft',
      'Als je een terugblik leest',
      t('help-keys-walk'),
    ]);
    const keys = text('main dd .keys');
    for (const combination of ['CtrlN', 'CtrlShiftN', 'AltHome', 'CtrlF', 'CtrlEnter', 'CtrlPgDn'])
      expect(keys).toContain(combination);
  });

  it.each(['nl', 'en'] as const)(
    'says in %s how one finds again, and what is kept quiet',
    async (language) => {
      const { key } = await open({ appearance: { language } });
      await key('F1');
      const answer = (asked: string): string =>
        [...document.querySelectorAll('main dt')].find((one) => one.textContent === asked)
          ?.nextElementSibling?.textContent ?? '';
      const how = answer(t('help-find-how'));
      const keys = answer(t('help-find-keys'));
      const looking = answer(t('help-find-looking'));
      const quiet = answer(t('help-find-quiet'));
      expect(how).toMatch(/"[^"]+ [^"]+".* -\p{L}+/u);
      for (const combination of ['Ctrl+Shift+F', 'Ctrl+F', 'F3', 'Shift+F3', 'Esc', 'Ctrl+G'])
        expect(keys).toContain(combination);
      expect(looking).toContain(language === 'nl' ? 'Wat terugkomt' : 'What returns');
      expect(quiet).toContain(t('looking-quiet-keep'));
    },
  );

  it('and the promises lead to each other', async () => {
    const { press, heading } = await open();
    await press('Instellingen & privacy');
    await press('Naar de hulp');
    expect(heading()).toBe('Hulp');
    await press('Lees wat Terugblik belooft');
    expect(heading()).toBe('Instellingen & privacy');
  });
});

describe('the menu', () => {
  it.each([
    ['new-contact', 'Nieuw contactmoment'],
    ['free-page', 'Wat wil je kwijt?'],
    ['today', 'Goedemiddag'],
    ['entries', 'Terugblikken'],
    ['tried', 'Proefjes & kijkmomenten'],
    ['sheets', 'Bladen'],
    ['handbook', 'Handboek'],
    ['search', 'Terugblikken'],
    ['bin', 'Prullenbak'],
    ['help', 'Hulp'],
    ['settings', 'Instellingen & privacy'],
  ] as const)('%s leads to “%s”', async (action, title) => {
    const { store, heading } = await open();
    store.tell({ kind: 'menu', action });
    await shown();
    expect(heading()).toBe(title);
    const search = document.querySelector('input[type=search]');
    expect(document.activeElement === search).toBe(action === 'search');
  });
});
