/** Zelf controleren: what somebody who sits beside a consulent reads, presses and hears. */
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { open, shown, type Window } from './JournalApp.test-helper';
import type { SelfCheck } from './backend/contract';
import type { FakeJournalOptions } from './backend/fake-journal';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const all = (): string => words(document.body);
/** What stands at the top of the page, before the first section. */
const top = (): string => text('main .now')[0] ?? '';
const section = (title: string): Element => {
  const sections = [...document.querySelectorAll('main section')];
  const found = sections.find((one) => one.querySelector('h2')?.textContent === title);
  if (found === undefined) throw new Error(`there is a section ${title}`);
  return found;
};
const rows = (title: string): string[][] =>
  [...section(title).querySelectorAll('tbody tr')].map((row) => [...row.children].map(words));
const commands = (): string[] => text('main pre code');
const limits = (): string => words(section('Wat Terugblik niet kan beloven'));

const TRIES = 'Wat het systeem ons nu weigert';
const PROCESSES = 'Welke processen er draaien en wat elk weet';
const PLACES = 'Waar je bestanden staan';

async function checking(
  machine: Partial<SelfCheck> = {},
  options: FakeJournalOptions = {},
): Promise<Window> {
  const window = await open({ machine, ...options });
  await window.press('Instellingen & privacy');
  await window.press('Controleer het zelf');
  return window;
}

afterEach(() => {
  speech.language = 'nl';
});

describe('the way to it', () => {
  it('leads from the settings and back', async () => {
    const { heading } = await checking();
    expect(heading()).toBe('Zelf controleren');
    expect(document.title).toBe('Zelf controleren · Terugblik');
    expect(document.activeElement?.textContent).toBe('Zelf controleren');
    expect(document.querySelector('nav [aria-current]')?.textContent).toContain('Instellingen');
    const back = document.querySelector<HTMLElement>('main .back button');
    expect(back?.textContent.trim()).toBe('Instellingen & privacy');
    back?.click();
    await shown();
    expect(heading()).toBe('Instellingen & privacy');
  });

  it('leads from the help and back', async () => {
    const { heading, press } = await open();
    await press('Hulp');
    await press('Controleer het zelf');
    expect(heading()).toBe('Zelf controleren');
    expect(document.querySelector('nav [aria-current]')?.textContent).toContain('Hulp');
    document.querySelector<HTMLElement>('main .back button')?.click();
    await shown();
    expect(heading()).toBe('Hulp');
  });

  it('is there while a journal is only read, and while a backup is looked into', async () => {
    const reading = await checking({}, { opened: { onlyReading: { kind: 'asked' } } });
    expect(reading.heading()).toBe('Zelf controleren');
    expect(top()).toContain('Het systeem weigert Terugblik elke verbinding met een netwerk.');
  });

  it('is about the machine while a backup is looked into', async () => {
    const { press, heading } = await open({ backups: [{ daysAgo: 9 }] });
    await press('Instellingen & privacy');
    await press('Alle reservekopieën');
    await press('Proef herstellen');
    await shown();
    await press('Hulp');
    await press('Controleer het zelf');
    expect(heading()).toBe('Zelf controleren');
    expect(top()).toContain('Het systeem weigert Terugblik elke verbinding met een netwerk.');
    await press('Bewaar als pagina');
    expect(all()).toContain('De verklaring is bewaard:');
  });
});

describe('what is true now', () => {
  it('is one sentence, with the time and the version', async () => {
    await checking();
    expect(top()).toBe(
      'Het systeem weigert Terugblik elke verbinding met een netwerk. Dat is net geprobeerd, om 14:32. ' +
        'Terugblik 0.1.0 op Linux',
    );
    expect(document.querySelector('main .now .positive')).not.toBeNull();
  });

  it('says what is not as promised, and what to do', async () => {
    const { machine, press } = await checking();
    machine.breaks('ipv6');
    await press('Probeer opnieuw');
    expect(document.querySelector('main .now .negative')).not.toBeNull();
    expect(top()).toContain('Niet alles is zoals beloofd');
    expect(text('main .now li')).toEqual(['Hetzelfde, met de nieuwe soort adressen: Toegestaan']);
    expect(top()).toContain('Laat deze bladzijde aan je ICT-afdeling zien.');
    expect(all()).not.toContain('elke verbinding met een netwerk. Dat is net');
  });

  it('names a process that has the network', async () => {
    await checking({ processes: [{ id: 77, kind: 'web-network', refused: false }] });
    expect(text('main .now li')).toEqual([
      'Netwerkdeel van het scherm (proces 77): het netwerk wordt niet geweigerd',
    ]);
    expect(rows(PROCESSES)[0]?.at(-1)).toBe('Nee');
  });

  it('claims nothing where not every way was tried', async () => {
    await checking({ tries: [], networkRefused: false });
    expect(top()).toContain('Het was om 14:32 niet te zien');
    expect(words(section(TRIES))).toContain('De pogingen waren nu niet te doen.');
    expect(document.querySelector('main .now .positive')).toBeNull();
  });

  it.each([
    ['windows', 'Windows', 'Ze gelden niet voor WebView2'],
    ['macos', 'macOS', 'macOS dwingt dat niet af.'],
  ] as const)('promises nothing that %s does not enforce', async (system, name, limit) => {
    await checking({ system });
    expect(top()).toContain(limit);
    expect(top()).toMatch(
      /Wij hebben dit nooit kunnen proberen|wij hebben dat nooit kunnen proberen/,
    );
    expect(words(section(TRIES))).toContain('niets dat wij van binnenuit kunnen proberen.');
    expect(document.querySelector('main .now .positive')).toBeNull();
    expect(text('main button')).not.toContain('Probeer opnieuw');
    expect(all()).not.toContain('weigert Terugblik elke');
    expect(rows(PROCESSES).every((row) => row.at(-1) === 'Niet te zien')).toBe(true);
    expect(all()).toContain(`Op ${name} hebben wij deze opdrachten niet zelf geprobeerd.`);
  });
});

describe('the tries', () => {
  it('say what, what came of it, and whether that is as promised', async () => {
    await checking();
    expect(rows(TRIES)).toHaveLength(11);
    expect(rows(TRIES)[0]).toEqual([
      'Verbinding met internet en het kantoornetwerk AF_INET',
      'Geweigerd',
      'Ja',
    ]);
    expect(rows(TRIES).find(([what]) => what?.includes('Bluetooth'))?.[1]).toBe(
      'Bestaat hier niet',
    );
    expect(rows(TRIES).map((row) => row[2])).toEqual(Array(11).fill('Ja'));
  });

  it('explain the two that are allowed', async () => {
    await checking();
    const allowed = rows(TRIES).filter((row) => row[1] === 'Toegestaan');
    expect(allowed.map(([what]) => what)).toEqual([
      expect.stringContaining('zo komen je scherm en je toetsenbord bij Terugblik'),
      expect.stringContaining('Er is niets mee te versturen.'),
    ]);
  });

  it('are repeated on a press, which is said politely, with the focus where it was', async () => {
    const { backend, clock, press } = await checking();
    const status = (): string => words(section(TRIES).querySelector('[role=status]') as Element);
    expect(status()).toBe('Geprobeerd om 14:32:00. Alles is zoals beloofd.');
    await clock.pass(7_000);
    const button = [...document.querySelectorAll<HTMLElement>('main button')].find(
      (one) => words(one) === 'Probeer opnieuw',
    );
    button?.focus();
    backend.hold('self_check');
    await press('Probeer opnieuw');
    expect(status()).toBe('Wordt geprobeerd');
    expect(rows(TRIES)).toHaveLength(11);
    backend.release('self_check');
    await shown();
    expect(status()).toBe('Geprobeerd om 14:32:07. Alles is zoals beloofd.');
    expect(document.activeElement).toBe(button);
    expect(backend.requests('self_check')).toHaveLength(2);
  });

  it('that cannot be had say why, and can be asked for again', async () => {
    const { backend, press } = await checking();
    backend.failNext('self_check', { code: 'internal', incident: 42 });
    await press('Probeer opnieuw');
    expect(document.querySelector('main .now [role=alert]')?.textContent).toContain('42');
    expect(document.querySelector('main table')).toBeNull();
    expect(limits()).toContain('Een foto van je scherm');
    await press('Probeer opnieuw');
    expect(document.querySelector('main [role=alert]')).toBeNull();
    expect(rows(TRIES)).toHaveLength(11);
  });
});

describe('the processes', () => {
  it('have a number, what each knows, and whether the network is refused', async () => {
    await checking();
    expect(rows(PROCESSES)).toEqual([
      [
        'Starter',
        '4102',
        'Niets. Het start de andere, en geeft de sleutel door zonder hem te bewaren.',
        'Ja',
      ],
      ['Dagboek', '4107', 'De sleutel van je dagboek en wat erin staat. Je wachtzin niet.', 'Ja'],
      ['Netwerkdeel van het scherm', '4131', expect.stringMatching(/^Niets\. /), 'Ja'],
      ['Scherm', '4140', 'Wat er op het scherm staat, of stond sinds het openging.', 'Ja'],
    ]);
    expect(words(section(PROCESSES))).toContain('om je wachtzin vroeg, staat er niet bij');
  });

  it('say nothing of a process that is still there', async () => {
    await checking({ processes: [{ id: 5, kind: 'keys', refused: true }] });
    expect(rows(PROCESSES)[0]?.[2]).toContain('Je wachtzin, terwijl je die typt.');
    expect(words(section(PROCESSES))).not.toContain('staat er niet bij');
  });

  it('that cannot be seen can be looked up', async () => {
    await checking({ processes: [] });
    expect(section(PROCESSES).querySelector('table')).toBeNull();
    expect(words(section(PROCESSES))).toContain('De processen waren nu niet te zien.');
    expect(words(section(PROCESSES))).not.toContain('staat er niet bij');
    expect(commands()[0]).toBe("pgrep -af 'terugblik|WebKit'");
  });
});

describe('the places and the disk', () => {
  it('are whole paths, each with what is there and whether it is encrypted', async () => {
    await checking();
    const places = [...section(PLACES).querySelectorAll('li')].map(words);
    expect(places).toHaveLength(5);
    expect(places[0]).toMatch(/^Je dagboek \/home\/noor\/\.local\/share\/terugblik Versleuteld /);
    expect(places[2]).toContain("/media/noor/BLAUWE STICK/noor's map");
    expect(places[3]).toContain('/usr/bin Niet versleuteld');
  });

  it.each([
    ['encrypted', 'positive', 'is versleuteld'],
    ['not-encrypted', 'warning', 'kunnen jullie de hele schijf versleutelen'],
    ['unknown', 'info', 'is de hele schijf versleuteld, ook het wisselgeheugen'],
  ] as const)('say of a disk that is %s what to ask', async (disk, kind, asked) => {
    await checking({ disk, places: [] });
    expect(words(section(PLACES).querySelector(`.${kind}`) as Element)).toContain(asked);
    expect(words(section(PLACES))).toContain('De mappen waren nu niet te zien.');
  });
});

describe('the commands', () => {
  it('stand there to be selected, with what should come out', async () => {
    await checking();
    expect(commands()).toContain("grep -HE '^(NoNewPrivs|Seccomp):' /proc/4107/status");
    expect(commands()).toContain("ls -la '/media/noor/BLAUWE STICK/noor'\\''s map'");
    const admin = section('Voor je beheerder');
    expect(words(admin)).toContain('Er hoort niets uit te komen.');
    expect(words(admin)).toContain('het systeem weigert het al');
    for (const group of admin.querySelectorAll('li')) {
      expect([...group.children].map(({ tagName }) => tagName)).toEqual(['H3', 'PRE', 'P']);
      expect(words(group.lastElementChild as Element)).not.toBe('');
    }
  });

  it('are those of the system', async () => {
    await checking({ system: 'windows' });
    expect(commands().join('\n')).toContain('Get-NetTCPConnection -OwningProcess 4102,4107');
    expect(commands().join('\n')).not.toContain('/proc/');
    expect(all()).toContain('Voer ze als beheerder uit in PowerShell.');
    expect(limits()).toContain('WebView2');
    expect(limits()).not.toContain('D-Bus');
  });

  it('leave no word out of a command', async () => {
    await checking({ system: 'macos' });
    expect(commands()).toContain('sudo lsof -nP -a -i -p 4102,4107,4131,4140');
    expect(commands()).toContain("ls -la '/Users/noor/Library/Application Support/Terugblik'");
  });
});

it('what is not promised is said in the words of the settings, and honestly goes further', async () => {
  const { press } = await open();
  await press('Instellingen & privacy');
  const before = [...section('Wat Terugblik niet kan beloven').querySelectorAll('li')].map(words);
  await press('Controleer het zelf');
  const here = [...section('Wat Terugblik niet kan beloven').querySelectorAll('li')].map(words);
  expect(here.slice(0, before.length)).toEqual(before);
  expect(here).toHaveLength(before.length + 2);
  expect(limits()).toContain('kan een kopie bewaren van wat je kopieert');
  expect(limits()).toContain('mag andere programma’s op deze computer iets vragen (D-Bus)');
});

describe('the statement', () => {
  const status = (): string => text('main .saved')[0] ?? '';

  it('says where it was saved', async () => {
    const { press } = await checking();
    expect(status()).toBe('');
    await press('Bewaar als pagina');
    expect(document.querySelector('main .saved')?.getAttribute('role')).toBe('status');
    expect(status()).toBe(
      'De verklaring is bewaard: /home/noor/Documenten/Verklaring over Terugblik.html',
    );
  });

  it('says nothing when the dialog was closed', async () => {
    const { press, machine } = await checking();
    machine.savesTo = null;
    await press('Bewaar als pagina');
    expect(status()).toBe('');
    expect(document.querySelector('main [role=alert]')).toBeNull();
  });

  it('says why it was not saved', async () => {
    const { press, backend } = await checking();
    backend.failNext('save_statement', { code: 'disk-full' });
    await press('Bewaar als pagina');
    expect(document.querySelector('main [role=alert]')?.textContent).toContain('De schijf is vol.');
    await press('Bewaar als pagina');
    expect(document.querySelector('main [role=alert]')).toBeNull();
    expect(status()).toContain('De verklaring is bewaard:');
  });
});

it('nothing of the journal stands on it, and nothing of it after the lock', async () => {
  const { press, backend } = await checking();
  for (const { excerpt } of (await backend.call('list_entries', { after: null })).rows)
    if (excerpt) expect(all()).not.toContain(excerpt.slice(0, 12));
  await press('Vergrendelen');
  expect(all()).not.toContain('/home/noor/');
  expect(all()).not.toContain('4107');
});

describe.each(['nl', 'en'] as const)('for who cannot see it, in %s', (language) => {
  it.each(['linux', 'windows', 'macos'] as const)(
    'the page on %s has names and roles',
    async (system) => {
      const { press, machine, backend } = await open({
        appearance: { language },
        machine: { system },
      });
      await press(language === 'nl' ? 'Hulp' : 'Help');
      await press(language === 'nl' ? 'Controleer het zelf' : 'Check it yourself');
      await press(language === 'nl' ? 'Bewaar als pagina' : 'Save as a page');
      expect(await faultsOfPage()).toEqual([]);
      // No id of a message, nothing that was not filled in.
      expect(all()).not.toMatch(/check-[a-z]|\{ ?\$/);

      const levels = text('h1, h2, h3').length;
      expect(levels).toBeGreaterThan(8);
      let before = 0;
      for (const { tagName } of document.querySelectorAll('h1, h2, h3')) {
        const level = Number(tagName.slice(1));
        expect(level).toBeLessThanOrEqual(before + 1);
        before = level;
      }
      for (const table of document.querySelectorAll('table')) {
        expect(words(table.querySelector('caption') as Element)).not.toBe('');
        const columns = table.querySelectorAll('thead th[scope=col]').length;
        for (const row of table.querySelectorAll('tbody tr')) {
          expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1);
          expect(row.children).toHaveLength(columns);
        }
        // A table that is laid out as blocks still says what its parts are.
        for (const part of table.querySelectorAll('thead, tbody, tr, th, td'))
          expect(part.getAttribute('role')).not.toBeNull();
      }

      backend.failNext('save_statement', { code: 'disk-full' });
      await press(language === 'nl' ? 'Bewaar als pagina' : 'Save as a page');
      if (system === 'linux') {
        machine.breaks('ipv4');
        await press(language === 'nl' ? 'Probeer opnieuw' : 'Try again');
        expect(document.querySelector('main .now .negative')).not.toBeNull();
      }
      expect(await faultsOfPage()).toEqual([]);
    },
  );
});
