/** The main job on screen, over a role in memory: what a person sees, presses and hears. */
import { describe, expect, it, vi } from 'vitest';

import { control, open, page, shown } from './JournalApp.test-helper';
import { specimens } from './backend/fake-content';

describe('the journal on screen', () => {
  it('shows nothing before the key came, and says when its first screen is there', async () => {
    const { backend } = await open({}, true);
    expect(document.body.textContent.trim()).toBe('');
    expect(document.querySelector('h1')).toBeNull();
    backend.release('await_opening');
    await shown();
    expect(document.querySelector('h1')?.textContent).toBe('Goedemiddag');
    await vi.waitFor(() => expect(backend.commands).toContain('journal_painted'), 5_000);
    expect(backend.requests('journal_painted')).toHaveLength(1);
  });

  it('does the main job: a contact, a question at a time, saved as it is typed, done', async () => {
    const { clock, store, press, key, write, heading, textarea } = await open({ specimens: [] });
    await key('n', control);
    expect(heading()).toBe('Nieuw contactmoment');
    await press('Huisbezoek');
    await press('Begin');

    expect(heading()).toContain('Welk moment');
    expect(document.title).toBe('Vraag 1 · Terugblik');
    const first = write('Zij had koffie gezet. “Geïrriteerd” was ze niet. 😀\n\nIk wel.');
    await clock.pass(2_000);
    await shown();
    expect(store.texts).toEqual(['Zij had koffie gezet. “Geïrriteerd” was ze niet. 😀\n\nIk wel.']);
    expect(document.querySelector('main form [role=status]')?.textContent).toBe('Bewaard om 14:32');

    first.focus();
    await key('Enter', control);
    expect(document.title).toBe('Vraag 2 · Terugblik');
    // Whoever writes on by the keyboard has the caret in the new field, and it is a new one.
    expect(document.activeElement).toBe(textarea());
    expect(textarea()).not.toBe(first);
    expect(textarea().value).toBe('');

    await key('ArrowLeft', { altKey: true });
    expect(textarea().value).toContain('koffie');
    await press('Klaar');
    expect(heading()).toBe('Goedemiddag');
    expect(document.body.textContent).toContain('Klaar voor nu.');
    expect(document.body.textContent).toContain('Zij had koffie gezet.');
  });

  it('moves the focus to the heading where one did not write', async () => {
    const { press } = await open();
    await press('Terugblikken');
    expect(document.activeElement?.tagName).toBe('H1');
    await press('Instellingen & privacy');
    expect(document.activeElement?.textContent).toBe('Instellingen & privacy');
  });

  it('counts nothing and ticks nothing while one writes', async () => {
    const { press, write } = await open({ specimens: [] });
    await press('Nieuw contactmoment');
    await press('Huisbezoek');
    await press('Begin');
    write('iets');
    const text = document.body.textContent;
    expect(text).toContain('Vraag 1');
    expect(text).not.toMatch(/\d+\s*(van|\/|%)\s*\d*/);
    expect(document.querySelector('progress, meter, [role=progressbar]')).toBeNull();
  });

  it('lets an undo in a textarea that is gone reach no entry', async () => {
    const { clock, store, press, write } = await open({ specimens: [] });
    await press('Vrije bladzijde');
    const gone = write('Uit de eerste.');
    await press('Vandaag');
    await press('Vrije bladzijde');
    write('Uit de tweede.');
    await clock.pass(2_000);
    gone.value = '';
    gone.dispatchEvent(new Event('input', { bubbles: true }));
    await clock.pass(5_000);
    expect(store.texts.toSorted()).toEqual(['Uit de eerste.', 'Uit de tweede.']);
  });

  it('saves on blur, before any wait is over', async () => {
    const { store, press, write } = await open({ specimens: [] });
    await press('Vrije bladzijde');
    const area = write('weg van het veld');
    area.dispatchEvent(new FocusEvent('blur'));
    await shown();
    expect(store.texts).toEqual(['weg van het veld']);
  });

  it('loses nothing on Escape', async () => {
    const { clock, store, press, write, key, textarea } = await open({ specimens: [] });
    await press('Vrije bladzijde');
    write('blijft').focus();
    await key('Escape');
    expect(textarea().value).toBe('blijft');
    await clock.pass(2_000);
    expect(store.texts).toEqual(['blijft']);
  });

  it('answers Ctrl+S with what is already so', async () => {
    const { store, press, write, key } = await open({ specimens: [] });
    await press('Vrije bladzijde');
    write('nu');
    await key('s', control);
    expect(store.texts).toEqual(['nu']);
    expect(document.body.textContent).toContain('Alles is al bewaard.');
  });

  it('has no word of the journal on the page or in its title once it locks', async () => {
    const { backend, press, key, write } = await open();
    await press('Terugblikken');
    await press('za');
    await press('Verder schrijven');
    write('een geheim zinnetje');
    expect(page()).toContain('blauwe reiger');
    expect(page()).toContain('een geheim zinnetje');
    await key('l', control);
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'open', why: 'asked', backup: null },
    ]);
    expect(page()).not.toContain('reiger');
    expect(page()).not.toContain('geheim');
    expect(document.querySelector('textarea, li, nav')).toBeNull();
    expect(document.title).toBe('Terugblik');
  });

  it('never names what is written in the title of the window', async () => {
    const { press } = await open();
    const titles = [document.title];
    for (const place of ['Terugblikken', 'za', 'Verder schrijven', 'Prullenbak', 'Vandaag']) {
      await press(place);
      titles.push(document.title);
    }
    expect(new Set(titles)).toEqual(
      new Set([
        'Vandaag · Terugblik',
        'Terugblikken · Terugblik',
        'Vraag 3 · Terugblik',
        'Prullenbak · Terugblik',
      ]),
    );
  });

  it('shows what was written as text, whatever it looks like', async () => {
    const text = '<img src=x onerror="document.title=1"> & <b>vet</b>\n\n  ingesprongen';
    const { press } = await open({
      specimens: [{ daysAgo: 0, kind: 'huisbezoek', alias: '<i>reiger</i>', texts: [text] }],
    });
    await press('Terugblikken');
    expect(document.querySelector('main img, main b, main i')).toBeNull();
    await press('za');
    expect(document.querySelector('main img, main b, main i')).toBeNull();
    expect(document.querySelector('article section p')?.textContent).toBe(text);
  });

  it('puts an entry in the bin, offers it back, and erases only after a question', async () => {
    const { backend, press, heading } = await open({ specimens: specimens.slice(0, 1) });
    await press('Terugblikken');
    await press('za');
    await press('Naar de prullenbak');
    expect(heading()).toBe('Terugblikken');
    expect(document.body.textContent).toContain('24 uur in de prullenbak');
    await press('Zet terug');
    expect(document.body.textContent).toContain('Huisbezoek');

    await press('za');
    await press('Naar de prullenbak');
    await press('Prullenbak');
    await press('Nu wissen');
    expect(backend.commands).not.toContain('erase_entry');
    expect(document.querySelector('dialog[open]')?.textContent).toContain('ongedaan');
    await press('Laat liggen');
    expect(backend.commands).not.toContain('erase_entry');
    await press('Nu wissen');
    document.querySelector<HTMLElement>('dialog[open] button.danger')?.click();
    await shown();
    expect(backend.requests('erase_entry')).toHaveLength(1);
    expect(document.body.textContent).toContain('De prullenbak is leeg');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('searches from anywhere and keeps the caret in the field', async () => {
    const { clock, key } = await open();
    await key('f', { ...control, shiftKey: true });
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    expect(document.activeElement).toBe(field);
    if (field) field.value = 'WACHTEN';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await clock.pass(500);
    await shown();
    expect(document.querySelector('main')?.textContent).toContain('Eén terugblik gevonden');
    expect(document.querySelectorAll('main li')).toHaveLength(1);
    expect(document.querySelector('main li mark')?.textContent).toBe('wachten');
  });

  it('asks for a kind of contact in words, and takes a free page without one', async () => {
    const { backend, press, heading } = await open();
    await press('Nieuw contactmoment');
    await press('Begin');
    expect(backend.commands).not.toContain('start_entry');
    expect(document.activeElement?.textContent).toBe('Kijk nog even naar dit');
    await press('Vrije bladzijde');
    expect(backend.requests('start_entry')).toEqual([
      { contact: null, sitting: null, form: 'free-page', sheet: null, question: null },
    ]);
    expect(heading()).toBe('Wat wil je kwijt?');
  });

  it('leads nowhere by a key while a question waits for its answer', async () => {
    const { backend, store, press, key, heading } = await open();
    const asked = (): HTMLElement | null => document.querySelector('dialog[open]');
    await press('Terugblikken');
    await key('g', control);
    const title = heading();
    expect(asked()).not.toBeNull();
    for (const leads of ['f', 'n', ',']) await key(leads, control);
    await key('f', { ...control, shiftKey: true });
    await key('Home', { altKey: true });
    await key('F1');
    // The menu has keys of its own.
    store.tell({ kind: 'menu', action: 'search' });
    await shown();
    expect(heading()).toBe(title);
    expect(asked()).not.toBeNull();
    await key('l', control);
    expect(backend.commands).toContain('lock_journal');
  });

  it('takes a proposed alias, and one that was used before', async () => {
    const { backend, press } = await open();
    await press('Nieuw contactmoment');
    await press('Stel een schuilnaam voor');
    const field = (): HTMLInputElement | null =>
      document.querySelector<HTMLInputElement>('input[type=text]');
    expect(field()?.value).toMatch(/\p{L}+ \p{L}+/u);
    const typed = field();
    if (typed) typed.value = 'rei';
    typed?.dispatchEvent(new Event('input', { bubbles: true }));
    await shown();
    await press('blauwe reiger');
    await press('Huisbezoek');
    await press('Begin');
    expect(backend.requests('start_entry')[0]?.contact?.alias).toBe('blauwe reiger');
  });

  it('warns sixty seconds ahead, and stays on any key', async () => {
    const { clock, backend, key } = await open();
    await clock.pass(4 * 60_000);
    await shown();
    expect(document.querySelector('dialog[open]')?.textContent).toContain('Ben je er nog?');
    expect(document.querySelector('dialog[open] [role=status]')?.textContent.trim()).toBe(
      'Nog 60 seconden',
    );
    await clock.pass(5_000);
    await shown();
    expect(document.querySelector('dialog[open] [aria-hidden=true]')?.textContent).toBe(
      'Nog 55 seconden',
    );
    await key('Shift');
    expect(document.querySelector('dialog[open]')).toBeNull();
    await clock.pass(5 * 60_000);
    await shown();
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'open', why: 'idle', backup: null },
    ]);
    expect(document.querySelector('nav')).toBeNull();
  });

  it('covers what cannot be saved when nobody is there, with no way back to it', async () => {
    const { clock, backend, press, write } = await open({ specimens: [] });
    await press('Vrije bladzijde');
    backend.failNext('save_answer', { code: 'disk-full' }, 500);
    write('niet te zien');
    await clock.pass(6 * 60_000);
    await shown();
    expect(document.querySelector('h1')?.textContent).toBe('Je dagboek is afgedekt');
    expect(page()).not.toContain('niet te zien');
    expect(document.title).toBe('Terugblik');
    expect(document.body.textContent).not.toContain('Blijf open');
  });

  it('says what could not be saved, beside the text, and keeps it', async () => {
    const { clock, backend, press, write, textarea } = await open({ specimens: [] });
    await press('Vrije bladzijde');
    backend.failNext('save_answer', { code: 'disk-full' });
    write('blijft staan');
    await clock.pass(1_000);
    await shown();
    expect(document.querySelector('[role=alert]')?.textContent).toContain('De schijf is vol.');
    expect(textarea().value).toBe('blijft staan');
    await clock.pass(2_000);
    await shown();
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('speaks English throughout when asked, and calls people what the organisation does', async () => {
    const { press } = await open({
      appearance: { language: 'en', textSize: 'largest' },
      settings: { residentWord: 'client' },
    });
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dataset['textSize']).toBe('largest');
    await press('New contact');
    expect(document.body.textContent).toContain('the same client again');
    await press('Settings & privacy');
    await press('Nederlands');
    expect(document.documentElement.lang).toBe('nl');
    expect(document.querySelector('h1')?.textContent).toBe('Instellingen & privacy');
  });

  it.each([
    [{ left: 'not-closed', verdict: 'checking' }, 'De vorige keer niet afgesloten'],
    [{ left: 'not-closed', verdict: 'sound' }, 'Niet afgesloten, gecontroleerd, alles leesbaar'],
    [{ left: 'sealed', verdict: 'changed-outside' }, 'Je dagboek is buiten Terugblik om veranderd'],
    [{ left: 'sealed', verdict: 'damaged' }, 'Een deel van je dagboek is beschadigd'],
  ] as const)('says %j in plain words', async (check, words) => {
    await open({ opened: { check } });
    expect(document.querySelector('main')?.textContent).toContain(words);
  });

  it('says nothing of a check where all is well', async () => {
    await open({ opened: { check: { left: 'sealed', verdict: 'sound' } } });
    expect(document.querySelector('.notice')).toBeNull();
  });

  it('keeps the recovery sheet in sight until it is there, and a new passphrase after a recovery', async () => {
    const { backend, press } = await open({
      opened: { recoveryReady: false, withRecoveryKey: true },
    });
    expect(document.body.textContent).toContain('Kies een nieuwe wachtzin');
    await press('Later');
    expect(document.body.textContent).not.toContain('Kies een nieuwe wachtzin');
    expect(document.activeElement?.tagName).toBe('H1');
    await press('Maak het herstelblad');
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'make-recovery-sheet', why: 'asked', backup: null },
    ]);
  });

  it('spell-checks what is written, in Dutch', async () => {
    const { press, textarea } = await open();
    await press('Vrije bladzijde');
    expect(textarea().getAttribute('spellcheck')).toBe('true');
    expect(textarea().lang).toBe('nl');
    const label = document.querySelector(`label[for="${textarea().id}"]`);
    expect(label?.textContent).toBe('Wat wil je kwijt?');
  });
});
