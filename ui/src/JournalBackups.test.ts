/** Backups, trials, reading alone and what is wrong with the store: what a person sees and can do. */
import { describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, shown, type Window } from './JournalApp.test-helper';
import type { BackupNews } from './backend/contract';
import type { FakeJournalOptions } from './backend/fake-journal';
import { speech } from './i18n/i18n.svelte';

const text = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) =>
    element.textContent.replaceAll(/\s+/g, ' ').trim(),
  );
const all = (): string => document.body.textContent.replaceAll(/\s+/g, ' ');
const buttons = (within = 'main'): string[] => text(`${within} button`);
const dialog = (): string => text('dialog[open]')[0] ?? '';
const said = (): string => text('main [role=status].said')[0] ?? '';

async function atBackups(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open({ backups: [{ daysAgo: 0.5 }, { daysAgo: 9 }], ...options });
  await window.press('Instellingen & privacy');
  await window.press('Alle reservekopieën');
  return window;
}

async function hear({ store }: Window, news: BackupNews): Promise<void> {
  store.tell({ kind: 'backup', news });
  await shown();
}

describe('the backups', () => {
  it('are reached from the settings, which name the newest, and from the menu', async () => {
    const { press, heading, store } = await open({ backups: [{ daysAgo: 0.5 }] });
    await press('Instellingen & privacy');
    expect(all()).toContain('De nieuwste is van vandaag om 02:32. Er staan 7 terugblikken in.');
    await press('Alle reservekopieën');
    expect(heading()).toBe('Reservekopieën');
    expect(document.title).toBe('Reservekopieën · Terugblik');
    expect(document.querySelector('nav [aria-current]')?.textContent).toContain('Instellingen');
    await press('Vandaag');
    store.tell({ kind: 'menu', action: 'backups' });
    await shown();
    expect(heading()).toBe('Reservekopieën');
  });

  it('say what is kept, and each its day, size, entries, check and place', async () => {
    await atBackups({
      backups: [
        { daysAgo: 0.5, bytes: 812_345 },
        { daysAgo: 0.5, place: 'second', bytes: 812_345 },
        { daysAgo: 9, bytes: 1_234_567 },
      ],
      second: { kind: 'there', path: '/media/stick', warning: { kind: 'none' } },
    });
    expect(all()).toContain('zeven dagen, vier weken en zes maanden');
    const [first, second, ...others] = text('main li');
    expect(others).toEqual([]);
    expect(first).toContain('vandaag om 02:32');
    expect(first).toContain('7 terugblikken');
    expect(first).toContain('812 kB');
    expect(first).toContain('Op deze computer en op de tweede plek');
    expect(first).toContain('Geopend en geteld op zaterdag 21 november 2026 om 02:32');
    expect(second).toContain('donderdag 12 november 2026');
    expect(second).toContain('1,2 MB');
    expect(second).toContain('Op deze computer');
  });

  it('of which one cannot be opened says why, and offers nothing', async () => {
    await atBackups({
      backups: [
        { daysAgo: 1, is: 'damaged' },
        { daysAgo: 2, is: 'other-key' },
        { daysAgo: 3, is: 'newer' },
      ],
    });
    const rows = text('main li');
    expect(rows[0]).toContain('Beschadigd.');
    expect(rows[1]).toContain('Van een ander dagboek');
    expect(rows[2]).toContain('nieuwere versie van Terugblik');
    expect(buttons('main li')).toEqual([]);
    expect(rows.join()).not.toMatch(/wachtzin/i);
  });

  it('of which one copy is damaged is restored from the other', async () => {
    const { press, backend } = await atBackups({
      backups: [
        { daysAgo: 1, is: 'damaged' },
        { daysAgo: 1, place: 'second' },
      ],
      second: { kind: 'there', path: '/media/stick', warning: { kind: 'none' } },
    });
    expect(text('main li')).toHaveLength(1);
    expect(text('main li')[0]).toContain('Op deze computer is hij beschadigd');
    await press('Terugzetten');
    await press('Vergrendel en ga verder');
    expect(backend.requests('lock_journal')[0]?.backup?.place).toBe('second');
  });

  it('that are not there yet come by themselves', async () => {
    await atBackups({ backups: [] });
    expect(all()).toContain('Er is nog geen reservekopie. De eerste komt vanzelf');
  });

  it('can be made now, which is said when it is done', async () => {
    const { press } = await atBackups({ backups: [] });
    await press('Nu een reservekopie maken');
    await shown();
    expect(said()).toContain('De reservekopie is gemaakt, geopend en geteld.');
    expect(text('main li')).toHaveLength(1);
    expect(document.querySelector('progress')).toBeNull();
  });

  it('that take long show how far they are, in words that do not change with every percent', async () => {
    const window = await atBackups();
    const copying = (percent: number): BackupNews => ({
      kind: 'under-way',
      progress: { kind: 'copying', percent },
    });
    expect(document.querySelector('progress')).toBeNull();
    await hear(window, copying(10));
    const bar = document.querySelector('progress');
    expect(bar?.value).toBe(10);
    expect(bar?.getAttribute('aria-label')).toBe('Voortgang van de reservekopie');
    const words = bar?.parentElement?.querySelector('[role=status]');
    const before = words?.textContent;
    expect(before).toContain('Je dagboek wordt gekopieerd.');
    await hear(window, copying(55));
    expect(bar?.value).toBe(55);
    expect(words?.textContent).toBe(before);
    await hear(window, { kind: 'under-way', progress: { kind: 'checking' } });
    expect(words?.textContent).toBe('De reservekopie wordt geopend en geteld.');
    expect(document.querySelector('progress')?.hasAttribute('value')).toBe(false);
    await hear(window, { kind: 'under-way', progress: { kind: 'second-place' } });
    expect(words?.textContent).toContain('tweede plek');
    await hear(window, { kind: 'made' });
    expect(document.querySelector('progress')).toBeNull();
  });

  it('that could not be made are a quiet notice, which goes when it is put away', async () => {
    const window = await open();
    await hear(window, { kind: 'not-made', failure: { code: 'disk-full' } });
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(all()).toContain('Er kon geen nieuwe reservekopie worden gemaakt');
    expect(all()).toContain('Je eerdere reservekopieën staan er nog.');
    await window.press('Sluit deze melding');
    expect(all()).not.toContain('Er kon geen nieuwe reservekopie');
    expect(document.activeElement?.tagName).toBe('H1');
    await hear(window, { kind: 'made-here-only', failure: { code: 'place-not-writable' } });
    await window.press('Bekijk je reservekopieën');
    expect(window.heading()).toBe('Reservekopieën');
    expect(all()).toContain('De reservekopie staat alleen op deze computer');
  });
});

describe('restoring', () => {
  it('explains first, and then locks for that backup', async () => {
    const { press, backend, backups } = await atBackups();
    await press('Terugzetten');
    expect(dialog()).toContain('De reservekopie van vandaag om 02:32, met 7 terugblikken.');
    expect(dialog()).toContain('Je dagboek van nu wordt opzijgelegd. Er wordt niets overschreven.');
    expect(dialog()).toContain('Daarna typ je je wachtzin.');
    await press('Nu niet');
    expect(dialog()).toBe('');
    expect(backend.commands).not.toContain('lock_journal');
    await press('Terugzetten');
    await press('Vergrendel en ga verder');
    expect(backend.requests('lock_journal')).toEqual([
      {
        intent: 'restore',
        why: 'asked',
        backup: { place: 'here', name: backups.all[0]?.name },
      },
    ]);
  });
});

describe('the second place', () => {
  it.each([
    [{ kind: 'synced', service: 'OneDrive' }, 'OneDrive zet deze map ook op computers van anderen'],
    [{ kind: 'network' }, 'Deze map staat op een andere computer'],
    [{ kind: 'same-disk' }, 'Gaat die schijf stuk, dan ben je ze allebei kwijt'],
  ] as const)('is warned about before it is used: %o', async (warning, words) => {
    const { press, backups, backend } = await atBackups();
    expect(all()).toContain('als deze computer wegraakt of stukgaat');
    expect(all()).toContain('gaat ook alleen open met je wachtzin');
    backups.pointsAt = { path: '/mnt/Map', warning };
    await press('Kies een tweede plek');
    expect(all()).toContain('/mnt/Map');
    expect(all()).toContain(words);
    expect(backend.commands).not.toContain('use_second_place');
    expect(document.activeElement?.textContent).toBe('Deze map wees je aan');
    await press('Gebruik deze plek');
    expect(backend.commands).toContain('use_second_place');
    expect(said()).toContain('Vanaf nu gaan je reservekopieën ook naar deze plek.');
    expect(all()).toContain(words);
  });

  it('is left as it was by who thinks better of it', async () => {
    const { press, backups, backend } = await atBackups();
    backups.pointsAt = { path: '/media/stick', warning: { kind: 'none' } };
    await press('Kies een tweede plek');
    await press('Laat maar');
    expect(all()).not.toContain('/media/stick');
    expect(document.activeElement?.textContent).toContain('Kies een tweede plek');
    expect(backend.commands).not.toContain('use_second_place');
  });

  it('that is not there now says so, and can be forgotten', async () => {
    const { press } = await atBackups({ second: { kind: 'absent', path: '/media/stick' } });
    expect(all()).toContain('/media/stick');
    expect(all()).toContain('Deze plek is nu niet aangesloten.');
    await press('Gebruik deze plek niet meer');
    expect(all()).not.toContain('/media/stick');
    expect(said()).toContain('Wat daar ligt, blijft er liggen.');
  });
});

describe('looking into a backup', () => {
  const inTrial = async (options: FakeJournalOptions = {}) => {
    const window = await atBackups({ backups: [{ daysAgo: 9 }], ...options });
    await window.press('Proef herstellen');
    await shown();
    return window;
  };

  it('is unmistakable on every screen, and leads back by its button', async () => {
    const { press, heading, backend } = await inTrial();
    const band = 'Je kijkt in de reservekopie van donderdag 12 november 2026 om 14:32.';
    expect(document.activeElement?.textContent.replace(/\s+/g, ' ')).toContain(band);
    expect(document.title).toBe('Reservekopie bekijken · Terugblik');
    for (const place of ['Terugblikken', 'Leren', 'Prullenbak', 'Hulp']) {
      await press(place);
      expect(all()).toContain(band);
      expect(all()).toContain('Hier kun je niets veranderen.');
    }
    await press('Terug naar je dagboek');
    expect(backend.commands).toContain('end_trial');
    expect(all()).not.toContain('Je kijkt in de reservekopie');
    expect(heading()).toBe('Reservekopieën');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('offers to read and to search, and nothing that writes', async () => {
    const { press, clock, backend } = await inTrial();
    expect(text('nav button')).toEqual([
      'Terugblikken',
      'Proefjes & kijkmomenten',
      'Bladen',
      'Terugkijken',
      'Leren',
      'Handboek',
      'Samen doorlopen',
      'Prullenbak',
      'Hulp',
    ]);
    const search = document.querySelector<HTMLInputElement>('input[type=search]');
    if (search === null) throw new Error('there is a search field');
    search.value = 'vroeg';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await clock.pass(300);
    await shown();
    expect(backend.commands).toContain('search_entries');
    await press('ma 26');
    expect(text('article h2').length).toBeGreaterThan(1);
    const offered = buttons();
    for (const word of ['Verder schrijven', 'Dag of contact veranderen', 'Naar de prullenbak'])
      expect(offered).not.toContain(word);
    await press('Prullenbak');
    expect(buttons('main')).toEqual(['Terug naar je dagboek']);
    expect(all()).toContain('Wat hier ligt, kun je nu niet terugzetten of wissen.');
  });

  it('is not left by Escape, and no key writes', async () => {
    const { key, backend } = await inTrial();
    const before = backend.calls.length;
    await key('Escape');
    await key('n', control);
    await key('n', { ...control, shiftKey: true });
    await key('Home', { altKey: true });
    await key('+', control);
    await key('s', control);
    await key(',', control);
    expect(all()).toContain('Je kijkt in de reservekopie');
    const asked = backend.commands.slice(before).filter((command) => !command.startsWith('list_'));
    expect(asked).toEqual([]);
    expect(said()).toBe('');
  });

  it('locks by key, and by itself', async () => {
    const { key, backend } = await inTrial();
    await key('l', control);
    expect(backend.commands.at(-1)).toBe('lock_journal');
    expect(all()).not.toContain('reservekopie');
  });

  it('says that it is being opened, with nothing of the journal beside it', async () => {
    const { press, backend, key } = await atBackups();
    backend.hold('try_backup');
    await press('Proef herstellen');
    expect(all()).toContain('De reservekopie wordt geopend en geteld.');
    expect(document.querySelector('nav')).toBeNull();
    await key('n', control);
    expect(document.querySelector('h1')).toBeNull();
    backend.release('try_backup');
    await shown();
    expect(all()).toContain('Je kijkt in de reservekopie');
  });

  it('that was made before the first entry says that there is none in it', async () => {
    await inTrial({ backups: [{ daysAgo: 400 }] });
    expect(all()).toContain('In deze reservekopie staat geen terugblik');
    expect(buttons()).toEqual(['Terug naar je dagboek']);
  });

  it('that fails leaves one where one was, with the reason', async () => {
    const { press, backend, heading } = await atBackups();
    backend.failNext('try_backup', { code: 'backup-damaged' });
    await press('Proef herstellen');
    await shown();
    expect(heading()).toBe('Reservekopieën');
    expect(text('[role=alert]').join()).toContain('Deze reservekopie is beschadigd.');
  });
});

describe('a journal that is open to be read only', () => {
  const asked: FakeJournalOptions = {
    opened: { onlyReading: { kind: 'asked' } },
    backups: [{ daysAgo: 1 }],
  };

  it('says why and what to do, and offers nothing that writes', async () => {
    const { press } = await open(asked);
    expect(all()).toContain('Je dagboek is alleen open om te lezen. Er verandert niets.');
    expect(all()).toContain('Kopieer wat je nodig hebt, of zet een reservekopie terug.');
    expect(buttons()).not.toContain('Terug naar je dagboek');
    await press('Instellingen & privacy');
    expect(document.querySelector('main select, main input')).toBeNull();
    expect(all()).toContain('Instellingen veranderen kan niet.');
    expect(buttons()).not.toContain('Wis dagboek');
    await press('Alle reservekopieën');
    expect(buttons()).not.toContain('Nu een reservekopie maken');
    expect(buttons()).not.toContain('Proef herstellen');
    expect(buttons()).not.toContain('Kies een tweede plek');
    expect(buttons()).toContain('Terugzetten');
  });

  it('leads to the lock window to restore a backup', async () => {
    const { press, backend } = await open(asked);
    await press('Zet een reservekopie terug');
    expect(dialog()).toContain('Daarna kies je een reservekopie en typ je je wachtzin.');
    await press('Vergrendel en ga verder');
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'restore', why: 'asked', backup: null },
    ]);
  });
});

describe('a store that is not as it was left', () => {
  const found = (verdict: 'changed-outside' | 'damaged'): FakeJournalOptions => ({
    opened: { check: { left: 'sealed', verdict } },
    backups: [{ daysAgo: 1, is: 'damaged' }, { daysAgo: 2 }],
  });

  it('is said in plain words, with the newest good backup to look into or to restore', async () => {
    const { press, backend, backups } = await open(found('damaged'));
    const notice = text('main .notice')[0] ?? '';
    expect(notice).toContain('Een deel van je dagboek is beschadigd');
    expect(notice).toContain('Terugblik heeft niets veranderd of weggegooid.');
    expect(notice).toContain(
      'van donderdag 19 november 2026 om 14:32. Er staan 7 terugblikken in.',
    );
    expect(buttons('.notice')).not.toContain('Ik ga verder met wat er nu staat');
    expect(document.querySelector('[role=alert]')).toBeNull();
    await press('Bekijk die eerst');
    await shown();
    expect(all()).toContain('Je kijkt in de reservekopie van donderdag 19 november 2026');
    await press('Terug naar je dagboek');
    await press('Terugzetten');
    await press('Vergrendel en ga verder');
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'restore', why: 'asked', backup: { place: 'here', name: backups.all[1]?.name } },
    ]);
  });

  it('stays in sight elsewhere as one short line', async () => {
    const { press, heading } = await open(found('changed-outside'));
    await press('Terugblikken');
    expect(text('main .harm')[0]).toContain('Je dagboek is buiten Terugblik om veranderd');
    await press('Lees wat je kunt doen');
    expect(heading()).toBe('Goedemiddag');
    expect(document.querySelector('main .harm')).toBeNull();
  });

  it('that was changed outside is gone on with only after a second question', async () => {
    const { press, backend } = await open(found('changed-outside'));
    await press('Ik ga verder met wat er nu staat');
    expect(dialog()).toContain('Kijk eerst of je laatste terugblikken er staan.');
    await press('Nog niet');
    expect(backend.commands).not.toContain('accept_store');
    await press('Ik ga verder met wat er nu staat');
    await press('Ja, ga verder');
    expect(backend.commands).toContain('accept_store');
    expect(all()).not.toContain('buiten Terugblik om veranderd');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('without a good backup points at help', async () => {
    await open({ ...found('damaged'), backups: [] });
    expect(text('main .notice')[0]).toContain('vraag je ICT-afdeling om hulp');
    expect(buttons('.notice')).not.toContain('Bekijk die eerst');
  });

  it('after a crash is only said to be readable', async () => {
    const { press } = await open({
      opened: { check: { left: 'not-closed', verdict: 'sound' } },
      backups: [{ daysAgo: 1 }],
    });
    expect(all()).toContain('Niet afgesloten, gecontroleerd, alles leesbaar');
    expect(buttons('.notice')).toEqual(['Sluit deze melding']);
    await press('Terugblikken');
    expect(document.querySelector('main .harm')).toBeNull();
  });
});

describe('erasing from the bin', () => {
  const check = (): HTMLInputElement | null =>
    document.querySelector('dialog[open] input[type=checkbox]');

  it('says until when backups hold it, and leaves them unless asked', async () => {
    const { press, backend } = await open({ backups: [{ daysAgo: 0 }] });
    await press('Prullenbak');
    await press('Nu wissen');
    expect(dialog()).toContain(
      'In reservekopieën kan deze terugblik nog staan tot en met maandag 24 mei 2027.',
    );
    check()?.click();
    await press('Laat liggen');
    await press('Nu wissen');
    // What was chosen for one is not chosen for the next.
    expect(check()?.checked).toBe(false);
    [...document.querySelectorAll<HTMLElement>('dialog[open] button')].at(-1)?.click();
    await shown();
    expect(backend.commands).toContain('erase_entry');
    expect(backend.commands).not.toContain('erase_everywhere');
  });

  it('can be from the backups too, and says what was done', async () => {
    const { press, backend } = await open({
      backups: [
        { daysAgo: 0 },
        { daysAgo: 0.01 },
        { daysAgo: 0.02 },
        { daysAgo: 1, is: 'damaged' },
        { daysAgo: 2, is: 'damaged' },
      ],
      second: { kind: 'absent', path: '/media/stick' },
    });
    await press('Prullenbak');
    await press('Nu wissen');
    check()?.click();
    backend.hold('erase_everywhere');
    [...document.querySelectorAll<HTMLElement>('dialog[open] button')].at(-1)?.click();
    await shown();
    expect(all()).toContain('De terugblik wordt gewist, ook uit je reservekopieën.');
    backend.release('erase_everywhere');
    await shown();
    expect(backend.commands).not.toContain('erase_entry');
    expect(said()).toBe(
      'De terugblik is gewist, ook uit 3 kopieën. 2 kopieën konden niet worden aangepast. ' +
        'Daar kan hij nog in staan. De tweede plek is nu niet aangesloten. Is hij er weer, dan ' +
        'worden de reservekopieën daar ook aangepast.',
    );
    expect(all()).toContain('De prullenbak is leeg');
  });

  it('says nothing of backups where there are none', async () => {
    const { press } = await open({ backups: [] });
    await press('Prullenbak');
    await press('Nu wissen');
    expect(dialog()).not.toContain('reservekopie');
    expect(check()).toBeNull();
  });
});

describe('the settings', () => {
  it.each([
    ['Verander je wachtzin', 'change-passphrase'],
    ['Maak een nieuw herstelblad', 'make-recovery-sheet'],
    ['Hoe zwaar het slot is', 'choose-cost'],
    ['Maak een nieuwe sleutel', 'renew-key'],
  ] as const)('“%s” locks for %s', async (words, intent) => {
    const { press, backend } = await open();
    await press('Instellingen & privacy');
    expect(all()).toContain('Kan iemand je wachtzin of je herstelblad kennen?');
    await press(words);
    expect(backend.requests('lock_journal')).toEqual([{ intent, why: 'asked', backup: null }]);
  });

  it('wipe only after a plain question, and ask no passphrase here', async () => {
    const { press, backend } = await open();
    await press('Instellingen & privacy');
    await press('Wis dagboek');
    expect(dialog()).toContain('Je hele dagboek wissen?');
    expect(document.querySelector('dialog[open] input')).toBeNull();
    await press('Laat het staan');
    expect(backend.commands).not.toContain('lock_journal');
    await press('Wis dagboek');
    await press('Ga door met wissen');
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'wipe', why: 'asked', backup: null },
    ]);
  });
});

describe.each(['nl', 'en'] as const)('for who cannot see it, in %s', (language) => {
  it('the backups and a look into one have names and roles', async () => {
    const { store } = await open({
      appearance: { language },
      backups: [{ daysAgo: 0.5 }, { daysAgo: 2, is: 'damaged' }],
      second: { kind: 'absent', path: '/media/stick' },
    });
    store.tell({ kind: 'menu', action: 'backups' });
    await shown();
    expect(await faultsOfPage()).toEqual([]);
    const look = [...document.querySelectorAll<HTMLElement>('main li button')][0];
    look?.click();
    await shown();
    expect(await faultsOfPage()).toEqual([]);
    speech.language = 'nl';
  });
});
