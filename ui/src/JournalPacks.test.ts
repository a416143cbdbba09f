/** The handbooks on screen: one of an organisation looked over, added, switched, replaced, removed. */
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, shown, type Window } from './JournalApp.test-helper';
import type { PackFault } from './backend/contract';
import type { FakeJournalOptions } from './backend/fake-journal';
import { municipalPack, type FakePack } from './backend/fake-packs';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => text('main').join(' ');
const heard = (): string => text('main [role=status].said').join(' ');
const rows = (): string[] => text('main section[aria-labelledby="packs-list"] h3');

const NAME = 'Werkwijze Voorbeeldstad';
const CHOOSE = 'Wijs een bestand aan';

async function looking(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open(options);
  await window.press('Instellingen & privacy');
  await window.press('Bekijk de handboeken');
  return window;
}

async function pointing(pack: FakePack = municipalPack): Promise<Window> {
  const window = await looking();
  window.handbook.packs.pointsAt.push(pack);
  await window.press(CHOOSE);
  return window;
}

async function added(): Promise<Window> {
  const window = await pointing();
  await window.press('Toevoegen');
  return window;
}

function versionOf(version: string): FakePack {
  const { preview } = municipalPack;
  return { ...municipalPack, preview: { ...preview, head: { ...preview.head, version } } };
}

const refused = (fault: Partial<PackFault>) =>
  ({
    kind: 'refused',
    file: 'wijkteam.toml',
    fault: {
      line: 14,
      code: 'unknown-key',
      key: null,
      value: null,
      least: null,
      most: null,
      ...fault,
    },
  }) as const;

afterEach(() => {
  speech.language = 'nl';
});

describe('the list', () => {
  it('leads from the settings and back, and has our own, which stays', async () => {
    const { heading } = await looking();
    expect(heading()).toBe('Handboeken');
    expect(document.title).toBe('Handboeken · Terugblik');
    expect(rows()).toEqual(['Dichterbij']);
    expect(main()).toContain('versie 0.2.0 · door Terugblik · Nederlands en Engels');
    expect(main()).toContain('Hoort bij Terugblik en blijft.');
    expect(document.querySelector('[role=switch]')).toBeNull();
    expect(text('main button')).not.toContain('Verwijder');
    document.querySelector<HTMLElement>('main .back button')?.click();
    await shown();
    expect(heading()).toBe('Instellingen & privacy');
  });

  it('is read, and nothing else, where nothing can be written', async () => {
    await open({ opened: { onlyReading: { kind: 'asked' } } }).then(async ({ press }) => {
      await press('Handboek');
      await press('Over dit handboek');
      await press('Handboeken beheren');
    });
    expect(rows()).toEqual(['Dichterbij']);
    expect(text('main button')).not.toContain(CHOOSE);
  });
});

describe('looking a file over', () => {
  it('shows what a pack is and brings, before anything changes', async () => {
    const { backend } = await pointing();
    expect(backend.commands).not.toContain('add_pack');
    expect(document.activeElement?.textContent).toBe(NAME);
    const sheet = text('main .sheet').join(' ');
    for (const said of [
      'In voorbeeldstad.toml:',
      'versie 1.1 · door Gemeente Voorbeeldstad en Wijkteam Noord',
      'Geen voorschrift.',
      'In eigen bewoording, niet die van een publicatie.',
      'Licentie: CC-BY-4.0',
      'Soorten contact Spreekuur in de wijk',
      'Bladen Wijkblad',
      'Manieren om samen te kijken Kwartier met het wijkteam',
      'Woorden met uitleg doorbraakpot',
      'Wat er te bieden is Budgetmaatje en Taalhuis',
      'Hoogstens 90 dagen na het laatste contact.',
      'Bij ernstige zorgen om iemands veiligheid Bel de achterwacht',
      'Zo werkt je organisatie We bellen voordat we een brief sturen.',
    ])
      expect(sheet).toContain(said);
    expect(sheet).not.toContain('vervangen');
  });

  it('lists its questions and what could be better, on request', async () => {
    const { press } = await pointing();
    await press('De vragen erin');
    expect(text('main .sheet ul.reading li')).toEqual([
      'Wie uit de wijk had erbij kunnen zijn?',
      'Wat liet je over aan het spreekuur van volgende week?',
    ]);
    await press('Wat beter kan');
    expect(main()).toContain('Dit houdt niets tegen.');
    expect(main()).toContain('Regel 31: een lange zin, van meer dan vijftien woorden. (18)');
  });

  it('leaves out what the pack does not bring', async () => {
    const { preview } = municipalPack;
    await pointing({
      preview: {
        ...preview,
        head: { ...preview.head, ownWording: false },
        kinds: [],
        questions: [],
        forms: [],
        methods: [],
        terms: [],
        instruments: [],
        longestDays: null,
        safety: null,
        protocol: null,
        advice: [],
      },
    });
    expect(text('main .sheet dt')).toEqual([]);
    expect(text('main .sheet button')).toEqual(['Toevoegen', 'Niet toevoegen']);
    expect(main()).toContain('Volgens de makers staat er ook tekst van anderen in.');
  });

  it('can be left, with the focus where one adds', async () => {
    const { backend, press } = await pointing();
    await press('Niet toevoegen');
    expect(document.querySelector('main .sheet')).toBeNull();
    expect(document.activeElement?.textContent.trim()).toBe(CHOOSE);
    expect(backend.commands).not.toContain('add_pack');
    expect(rows()).toEqual(['Dichterbij']);
  });

  it('changes nothing when the dialog is closed', async () => {
    const { backend, press } = await looking();
    await press(CHOOSE);
    expect(backend.requests('check_pack')).toHaveLength(1);
    expect(text('main [role=alert]')).toEqual([]);
    expect(text('main button')).toContain(CHOOSE);
  });

  it('is forgotten with the visit', async () => {
    const { press } = await pointing();
    await press('Vandaag');
    await press('Instellingen & privacy');
    await press('Bekijk de handboeken');
    expect(document.querySelector('main .sheet')).toBeNull();
  });

  it('waits for one dialog at a time', async () => {
    const { backend, press } = await looking();
    backend.hold('check_pack');
    await press(CHOOSE);
    await press(CHOOSE);
    expect(backend.requests('check_pack')).toHaveLength(1);
    backend.release('check_pack');
    await shown();
  });
});

describe('a file that is refused', () => {
  it('says what is wrong, in which file and line, and that nothing was added', async () => {
    const { handbook, press } = await looking();
    handbook.packs.pointsAt.push(refused({ code: 'unknown-key', key: 'kindz' }));
    await press(CHOOSE);
    const alert = text('main [role=alert]').join(' ');
    expect(alert).toContain('Dit handboek past zo niet');
    expect(alert).toContain('Deze sleutel bestaat hier niet.');
    expect(alert).toContain('Bestand wijkteam.toml Regel 14 Sleutel kindz');
    expect(alert).not.toContain('Er staat');
    expect(alert).not.toContain('Toegestaan');
    expect(alert).toContain('Er is niets toegevoegd.');
    expect(rows()).toEqual(['Dichterbij']);
    handbook.packs.pointsAt.push(municipalPack);
    await press('Wijs een ander bestand aan');
    expect(main()).not.toContain('past zo niet');
    expect(main()).toContain(NAME);
  });

  it('says what stands there and what is allowed, where that helps', async () => {
    const { handbook, press } = await looking();
    handbook.packs.pointsAt.push(
      refused({ code: 'out-of-bounds', key: 'after_days', value: '9000', least: 1, most: 400 }),
    );
    await press(CHOOSE);
    expect(text('main [role=alert] dl')[0]).toContain(
      'Sleutel after_days Er staat 9000 Toegestaan 1 tot en met 400',
    );
  });

  it('or cannot be read says that', async () => {
    const { handbook, press } = await looking();
    handbook.packs.pointsAt.push({ kind: 'unreadable' });
    await press(CHOOSE);
    expect(text('main [role=alert]')[0]).toContain('Dit bestand kan niet worden gelezen');
  });
});

describe('adding', () => {
  it('says so, and what the pack brings is there at once', async () => {
    const { backend, press, key } = await added();
    expect(rows()).toEqual(['Dichterbij', NAME]);
    expect(heard()).toBe(`${NAME} is toegevoegd en in gebruik.`);
    expect(document.querySelector('[role=switch]')?.getAttribute('aria-checked')).toBe('true');
    expect(document.activeElement?.textContent.trim()).toBe(CHOOSE);
    // The settings are as they were: they were asked, and not changed.
    expect(backend.requests('change_settings')).toHaveLength(1);
    await key(',', control);
    expect(main()).toContain('Je organisatie houdt hoogstens 90 dagen aan.');
    expect(main()).toContain('We bellen voordat we een brief sturen.');
    await key('n', control);
    expect(text('fieldset#contact-kind label')).toContain('Spreekuur in de wijk');
    await press('Handboek');
    await press('Woorden');
    expect(text('main dt')).toContain('doorbraakpot');
  });

  it('a newer version says which one goes, and that answers stay', async () => {
    const { handbook, press } = await added();
    handbook.packs.pointsAt.push(versionOf('2.0'));
    await press(CHOOSE);
    expect(text('main .sheet .notice')).toEqual([
      'Versie 1.1 is er al. Die wordt vervangen door versie 2.0. Je antwoorden blijven zoals ze zijn.',
    ]);
    await press('Toevoegen');
    expect(rows()).toEqual(['Dichterbij', NAME]);
    expect(heard()).toContain('is nu versie 2.0');
    expect(main()).toContain('versie 2.0 · door');
  });

  it('that fails leaves the preview where it is', async () => {
    const { backend, press } = await pointing();
    backend.failNext('add_pack', { code: 'pack-not-at-hand' });
    await press('Toevoegen');
    expect(main()).toContain('Het bestand is niet meer bij de hand.');
    expect(document.querySelector('main .sheet')).not.toBeNull();
    expect(rows()).toEqual(['Dichterbij']);
  });

  it('says of a pack in another language when its questions are asked', async () => {
    const { preview } = municipalPack;
    const { press } = await pointing({ ...municipalPack, preview: { ...preview, language: 'en' } });
    expect(text('main .sheet .notice')[0]).toContain('alleen in het Engels');
    await press('Toevoegen');
    expect(text('main .pack')[1]).toContain('alleen in het Engels');
  });
});

describe('switching and removing', () => {
  it('takes what a pack brings away and gives it back', async () => {
    const { backend, key } = await added();
    const toggle = (): HTMLElement => document.querySelector<HTMLElement>('[role=switch]')!;
    toggle().click();
    await shown();
    expect(toggle().getAttribute('aria-checked')).toBe('false');
    expect(heard()).toContain('is niet meer in gebruik. Je antwoorden blijven.');
    await key('n', control);
    expect(text('fieldset#contact-kind label')).not.toContain('Spreekuur in de wijk');
    await key(',', control);
    expect(main()).not.toContain('We bellen voordat');
    expect(backend.requests('switch_pack')).toEqual([{ pack: 'voorbeeldstad', on: false }]);
  });

  it('that fails leaves the switch as it was', async () => {
    const { backend } = await added();
    backend.failNext('switch_pack', { code: 'disk-full' });
    document.querySelector<HTMLElement>('[role=switch]')?.click();
    await shown();
    expect(document.querySelector('[role=switch]')?.getAttribute('aria-checked')).toBe('true');
    expect(main()).toContain('De schijf is vol.');
  });

  it('names the pack to who hears the switch and the button', async () => {
    await added();
    const named = (selector: string): string | undefined =>
      document.getElementById(
        document.querySelector(selector)?.getAttribute('aria-describedby') ?? '',
      )?.textContent;
    expect(named('[role=switch]')).toBe(NAME);
    expect(named('.pack .actions button:not([role])')).toBe(NAME);
  });

  it('says what it means before a pack is removed', async () => {
    const { backend, press } = await added();
    await press('Verwijder');
    const dialog = text('dialog[open]').join(' ');
    expect(dialog).toContain(`${NAME} verwijderen?`);
    expect(dialog).toContain('Wat je erop antwoordde, blijft staan en blijft leesbaar.');
    await press('Laat staan');
    expect(backend.commands).not.toContain('remove_pack');
    const button = document.querySelector<HTMLElement>('.pack .actions button:not([role])');
    button?.focus();
    await press('Verwijder');
    await press('Verwijder het handboek');
    expect(rows()).toEqual(['Dichterbij']);
    expect(heard()).toContain('is verwijderd. Je antwoorden blijven.');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Wat er is');
  });

  it('of a pack that is gone says so', async () => {
    const { handbook, press } = await added();
    handbook.packs.added.clear();
    await press('Verwijder');
    await press('Verwijder het handboek');
    expect(main()).toContain('Dit handboek is er niet meer.');
  });
});

describe('for who cannot see it', () => {
  it.each(['nl', 'en'] as const)(
    'the preview and the list are without faults in %s',
    async (language) => {
      const window = await open({ appearance: { language } });
      window.handbook.packs.pointsAt.push(municipalPack);
      await window.key(',', control);
      const press = async (of: RegExp): Promise<void> => {
        const buttons = [...document.querySelectorAll<HTMLElement>('main button')];
        buttons.find((button) => of.test(words(button)))?.click();
        await shown();
      };
      await press(/handboeken$|handbooks$/);
      await press(/^Wijs|^Point/);
      expect(document.querySelector('main .sheet')).not.toBeNull();
      expect(await faultsOfPage()).toEqual([]);
      await press(/^Toevoegen$|^Add$/);
      expect(document.querySelector('[role=switch]')).not.toBeNull();
      expect(await faultsOfPage()).toEqual([]);
    },
  );

  it('a refusal is without faults', async () => {
    const { handbook, press } = await looking();
    handbook.packs.pointsAt.push(refused({ key: 'kindz', value: 'x', most: 3 }));
    await press(CHOOSE);
    expect(await faultsOfPage()).toEqual([]);
  });
});
