/** The mirror on screen: marks, the list, its keys, and what is said of it. */
import { describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, shown, type Window } from './JournalApp.test-helper';
import { LOOK_AFTER, SAY_AFTER } from './state/journal/mirror.svelte';

const SIX =
  'Mevrouw Dijkstra, 123456782, belde met 06-12345678.\nYusuf woont in de Kerkstraat 12 en mailt vanaf y@voorbeeld.nl. 😀 Ik praatte te snel.';

const all = (selector: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
];
const marks = (): string[] => all('mark').map(({ textContent }) => textContent);
const list = (): HTMLElement | undefined =>
  all('main form [role=group]').find(({ textContent }) => textContent.includes('Wijst dit'));
const rows = (): string[] =>
  [...(list()?.querySelectorAll('li p') ?? [])].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  );
const heard = (): string =>
  all('main form [aria-live]')
    .map(({ textContent }) => textContent.trim())
    .join('');
const focused = (): string => {
  const element = document.activeElement;
  if (element instanceof HTMLTextAreaElement) return 'text';
  const row = element?.closest('li')?.querySelector('.words')?.textContent ?? '';
  return `${element?.textContent.trim() ?? ''} | ${row}`;
};

async function writing(text: string, alias = ''): Promise<Window> {
  const window = await open({ specimens: [] });
  await window.press('Nieuw contactmoment');
  await window.press('Kennismaking');
  if (alias !== '') {
    const field = document.querySelector<HTMLInputElement>('#contact-alias')!;
    field.value = alias;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await window.press('Begin');
  window.textarea().focus();
  await type(window, text);
  return window;
}

async function type(window: Window, text: string): Promise<void> {
  const area = window.write(text);
  area.setSelectionRange(text.length, text.length);
  await window.clock.pass(LOOK_AFTER);
  await shown();
}

/** The window of a test presses no button with Enter by itself. */
async function enter(window: Window): Promise<void> {
  await window.key('Enter');
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click();
  await shown();
}

describe('the marks', () => {
  it('lie behind the words, and the text behind is the text in the field', async () => {
    const window = await writing(SIX);
    expect(marks()).toEqual([
      'Dijkstra',
      '123456782',
      '06-12345678',
      'Yusuf',
      'Kerkstraat 12',
      'y@voorbeeld.nl',
    ]);
    const copy = document.querySelector('.copy');
    expect(copy?.textContent).toBe(`${SIX}\n\u00a0`);
    expect(copy?.getAttribute('aria-hidden')).toBe('true');
    expect(copy?.contains(window.textarea())).toBe(false);
  });

  it('keep the text behind whole with odd text too', async () => {
    const odd = `  ${'langwoord'.repeat(60)}\n\n\tYusuf \u00a0 🧑‍🤝‍🧑  `;
    await writing(odd);
    expect(document.querySelector('.copy')?.textContent).toBe(`${odd}\n\u00a0`);
    expect(marks()).toEqual(['Yusuf']);
  });

  it('stay with their words between one key and the next look', async () => {
    const window = await writing('Yusuf belde.');
    window.write('Vandaag: Yusuf belde.');
    await shown();
    expect(marks()).toEqual(['Yusuf']);
    window.write('Vandaag: Yusu belde.');
    await shown();
    expect(marks()).toEqual([]);
  });

  it('are there when one comes back to the page, and go with the lock', async () => {
    const window = await writing('Yusuf belde.');
    await window.press('Volgende vraag');
    expect(marks()).toEqual([]);
    await window.press('Vorige vraag');
    expect(marks()).toEqual(['Yusuf']);
    window.write('Yusuf belde weer.');
    await window.press('Vergrendelen');
    const asked = window.backend.requests('mirror_text').length;
    await window.clock.pass(SAY_AFTER * 2);
    expect(window.backend.requests('mirror_text')).toHaveLength(asked);
    expect(document.body.textContent).not.toContain('Yusuf');
  });

  it('follow a text of ten thousand words', async () => {
    const long = 'Ik praatte te snel tegen Yusuf vandaag en dacht na. '.repeat(1_000);
    const window = await writing(long);
    expect(marks()).toHaveLength(1_000);
    expect(rows()).toHaveLength(6);
    const first = document.querySelector('mark');
    window.write(`${long}Nog een woord.`);
    await shown();
    expect(marks()).toHaveLength(1_000);
    // What stands before the key is left alone: the same elements, not drawn anew.
    expect(document.querySelector('mark')).toBe(first);
  });
});

describe('the list', () => {
  it('is not there when there is nothing', async () => {
    await writing('Ik praatte te snel.');
    expect(list()).toBeUndefined();
    expect(heard()).toBe('');
  });

  it('says what stands there, what it is and what can be done', async () => {
    await writing(SIX, 'stille beuk');
    expect(rows()).toEqual([
      'Dijkstra naam',
      '123456782 burgerservicenummer',
      '06-12345678 telefoonnummer',
      'Yusuf naam',
      'Kerkstraat 12 adres',
      'y@voorbeeld.nl e-mailadres',
    ]);
    const buttons = [...list()!.querySelectorAll('button')];
    expect(buttons.map(({ textContent }) => textContent.trim())).toEqual([
      'Vervang door [naam]',
      'Geen persoon',
      'Vervang door […]',
      'Geen persoon',
      'Vervang door […]',
      'Geen persoon',
      'Vervang door stille beuk',
      'Geen persoon',
      'Vervang door [adres]',
      'Geen persoon',
      'Vervang door […]',
      'Geen persoon',
    ]);
    // Each button says which words it is about.
    for (const button of buttons) {
      const about = document.getElementById(button.getAttribute('aria-describedby') ?? '');
      expect(button.closest('li')?.contains(about)).toBe(true);
    }
    expect(list()?.querySelector('h2')?.textContent).toBe('Wijst dit een persoon aan?');
  });

  it('has no fault for who cannot see it', async () => {
    await writing(SIX);
    expect(await faultsOfPage()).toEqual([]);
  }, 30_000);

  it('is heard once, after a pause', async () => {
    const window = await writing('Yusuf en mevrouw Dijkstra');
    expect(heard()).toBe('');
    await window.clock.pass(SAY_AFTER);
    await shown();
    expect(heard()).toBe('2 plekken om na te kijken. Met F8 ga je erheen.');
    await type(window, 'Yusuf en mevrouw Dijkstra.');
    await window.clock.pass(SAY_AFTER * 2);
    await shown();
    expect(heard()).toBe('');
  });

  it('shows the first ones, and all when one asks for them', async () => {
    const window = await writing('Yusuf. '.repeat(9));
    expect(rows()).toHaveLength(6);
    await window.press('Laat alle 9 plekken zien');
    expect(rows()).toHaveLength(9);
    expect(document.activeElement).toBe(list()?.querySelectorAll('li')[6]?.querySelector('button'));
  });
});

describe('the keys', () => {
  it('clean six places with F8 and six times Enter, and bring one back to the text', async () => {
    const window = await writing(SIX);
    await window.key('F8');
    expect(focused()).toBe('Vervang door [naam] | Dijkstra');
    for (let turn = 0; turn < 6; turn += 1) await enter(window);
    expect(window.textarea().value).toBe(
      'Mevrouw [naam], […], belde met […].\n[naam] woont in de [adres] en mailt vanaf […]. 😀 Ik praatte te snel.',
    );
    expect(focused()).toBe('text');
    expect(window.textarea().selectionStart).toBe(window.textarea().value.length);
    expect(list()).toBeUndefined();
    expect(marks()).toEqual([]);
    expect(heard()).toBe('Vervangen door […]. Er is niets meer om na te kijken.');
    await window.clock.pass(2_000);
    await shown();
    expect(window.store.texts).toEqual([window.textarea().value]);
  });

  it('go through the rows with the arrows, and to the other button', async () => {
    const window = await writing(SIX);
    await window.key('F8');
    await window.key('ArrowDown');
    await window.key('ArrowDown');
    expect(focused()).toBe('Vervang door […] | 06-12345678');
    await window.key('ArrowRight');
    expect(focused()).toBe('Geen persoon | 06-12345678');
    await window.key('ArrowUp');
    expect(focused()).toBe('Geen persoon | 123456782');
    await window.key('ArrowLeft');
    await window.key('End');
    expect(focused()).toBe('Vervang door […] | y@voorbeeld.nl');
    await window.key('ArrowDown');
    expect(focused()).toBe('Vervang door […] | y@voorbeeld.nl');
    await window.key('Home');
    expect(focused()).toBe('Vervang door [naam] | Dijkstra');
  });

  it.each(['F8', 'Escape'])(
    'come back to the text with %s, the caret where it was',
    async (key) => {
      const window = await writing(SIX);
      window.textarea().setSelectionRange(9, 9);
      await window.key('F8');
      expect(focused()).not.toBe('text');
      await window.key(key);
      expect(focused()).toBe('text');
      expect(window.textarea().selectionStart).toBe(9);
      expect(window.textarea().value).toBe(SIX);
    },
  );

  it('say with Delete that it is no person, and go on with the next', async () => {
    const window = await writing('Yusuf, mevrouw Dijkstra en nog eens Yusuf');
    await window.key('F8');
    await window.key('Delete');
    expect(marks()).toEqual(['Dijkstra']);
    expect(focused()).toBe('Vervang door [naam] | Dijkstra');
    await window.key('Delete');
    expect(focused()).toBe('text');
    expect(window.textarea().value).toBe('Yusuf, mevrouw Dijkstra en nog eens Yusuf');
    expect(window.backend.requests('spare_finding').map(({ text }) => text)).toEqual([
      'Yusuf',
      'Dijkstra',
    ]);
  });

  it('go on with the row that comes in the place of one that is done', async () => {
    const window = await writing(SIX);
    await window.key('F8');
    await window.key('ArrowDown');
    await enter(window);
    expect(focused()).toBe('Vervang door […] | 06-12345678');
    await window.key('Delete');
    expect(focused()).toBe('Vervang door [naam] | Yusuf');
  });

  it('lose no focus when the row that has it goes by itself', async () => {
    const window = await writing('mevrouw Dijkstra en Yusuf');
    await window.key('F8');
    await window.key('End');
    expect(focused()).toBe('Vervang door [naam] | Yusuf');
    // Undo from the menu, while the focus is in the list.
    window.write('mevrouw Dijkstra');
    await shown();
    expect(focused()).toBe('Vervang door [naam] | Dijkstra');
    window.write('mevrouw');
    await shown();
    expect(focused()).toBe('text');
  });

  it('go on with the row before, after the last one', async () => {
    const window = await writing('mevrouw Dijkstra en Yusuf');
    await window.key('F8');
    await window.key('End');
    await enter(window);
    expect(focused()).toBe('Vervang door [naam] | Dijkstra');
    await enter(window);
    expect(window.textarea().value).toBe('mevrouw [naam] en [naam]');
  });

  it('do nothing with a letter, nor with F8 when there is nothing', async () => {
    const window = await writing('Ik praatte te snel.');
    await window.key('F8');
    expect(focused()).toBe('text');
    await type(window, 'Yusuf praatte.');
    await window.key('F8');
    for (const key of ['r', 'n', ' ', '.', 'x', 'Backspace']) await window.key(key);
    expect(focused()).toBe('Vervang door [naam] | Yusuf');
    expect(window.textarea().value).toBe('Yusuf praatte.');
  });

  it('replace or spare what is at the caret without leaving the text', async () => {
    const window = await writing('Yusuf, mevrouw Dijkstra, 123456782');
    window.textarea().setSelectionRange(18, 18);
    await window.key('.', control);
    expect(window.textarea().value).toBe('Yusuf, mevrouw [naam], 123456782');
    expect(focused()).toBe('text');
    expect(heard()).toBe('Vervangen door [naam]. Nog 2 plekken.');
    await window.key('.', control);
    expect(window.textarea().value).toBe('[naam], mevrouw [naam], 123456782');
    await window.key('>', { ...control, shiftKey: true });
    expect(marks()).toEqual([]);
    expect(window.textarea().value).toBe('[naam], mevrouw [naam], 123456782');
    expect(window.store.entries.size).toBe(1);
  });

  it('never open the list of emoji in the place of what they do', async () => {
    const window = await writing('Ik praatte te snel.');
    const pressed = new KeyboardEvent('keydown', {
      key: '.',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    window.textarea().dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(true);
  });
});

describe('what takes the place', () => {
  it('is typed as a person would, so that undo takes it back', async () => {
    const window = await writing('Yusuf belde.');
    const area = window.textarea();
    // A browser's own: what it types is a step that it can take back.
    const steps: string[] = [];
    const execCommand = vi.fn((_: string, __: boolean, words: string) => {
      steps.push(area.value);
      area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      return true;
    });
    Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
    await window.key('.', control);
    Reflect.deleteProperty(document, 'execCommand');
    expect(execCommand).toHaveBeenCalledExactlyOnceWith('insertText', false, '[naam]');
    expect(area.value).toBe('[naam] belde.');

    area.value = steps[0] ?? '';
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }));
    await window.clock.pass(2_000);
    await shown();
    expect(marks()).toEqual(['Yusuf']);
    expect(window.store.texts).toEqual(['Yusuf belde.']);
  });

  it('is never written over other words than one saw', async () => {
    const window = await writing('Yusuf belde.');
    const area = window.textarea();
    // Something outside wrote into the field and told nobody.
    area.value = 'Mariam belde.';
    await window.press('Vervang door [naam]');
    expect(area.value).toBe('Mariam belde.');
  });

  it('says why it could not be remembered that it is no person', async () => {
    const window = await writing('Yusuf belde.');
    window.backend.failNext('spare_finding', { code: 'disk-full' });
    await window.press('Geen persoon');
    expect(marks()).toEqual(['Yusuf']);
    expect(document.querySelector('main [role=alert]')?.textContent).toContain('schijf');
  });
});

describe('a question of one’s own', () => {
  it('has the list under its line, and no second list for an answer without finds', async () => {
    const window = await open({ specimens: [] });
    await window.press('Nieuw contactmoment');
    await window.press('Kennismaking');
    await window.press('Begin');
    await window.press('Eigen vraag');
    const line = document.querySelector<HTMLInputElement>('main form input')!;
    line.focus();
    line.value = 'Wat wilde mevrouw Dijkstra?';
    line.dispatchEvent(new Event('input', { bubbles: true }));
    await window.clock.pass(LOOK_AFTER);
    await shown();
    expect(rows()).toEqual(['Dijkstra naam']);
    await window.key('F8');
    await enter(window);
    expect(line.value).toBe('Wat wilde mevrouw [naam]?');
    expect(document.activeElement).toBe(line);
    await window.key('Enter');
    expect(focused()).toBe('text');
    expect(window.heading()).toBe('Wat wilde mevrouw [naam]?');
  });
});

describe('the closing page', () => {
  it('says in one line what is left, and leads to the page with it', async () => {
    const window = await writing('Mevrouw Dijkstra vertelde van de moskee.');
    await window.press('Klaar');
    await window.press('Verder schrijven');
    await window.press('Tot slot');
    await shown();
    expect(heard()).toContain('Er staat nog iets dat een persoon kan aanwijzen: naam.');
    expect(heard()).toContain('Er staat iets over geloof. De wet beschermt dat extra.');
    await window.press('Kijk het na');
    expect(document.title).toBe('Vraag 1 · Terugblik');
    expect(marks()).toEqual(['Dijkstra']);
  });

  it('says nothing where nothing is left', async () => {
    const window = await writing('Ik praatte te snel.');
    await window.press('Tot slot');
    await window.clock.pass(2_000);
    await shown();
    expect(heard()).toBe('');
    expect(await faultsOfPage()).toEqual([]);
  }, 30_000);

  it('asks whether this belongs in the case file, and copies nothing', async () => {
    const window = await writing('Ik praatte te snel.');
    await window.press('Tot slot');
    await window.press('Hoort dit in het dossier?');
    const said = document.querySelector('main form')?.textContent ?? '';
    expect(said).toContain('Zet ze daar zelf in, met de hand.');
    expect(said).toContain('kan onder het recht op inzage vallen');
    expect(said).toContain('Volg de meldcode');
    expect(said).not.toMatch(/kopieer|geen persoonsgegevens|valt? niet onder/i);
    expect(await faultsOfPage()).toEqual([]);
  }, 30_000);

  it('gives the organisation’s own word on safety', async () => {
    const safety = 'Bel de aandachtsfunctionaris.\nOok bij twijfel.';
    const window = await open({ specimens: [], houseRules: { safety } });
    await window.press('Vrije bladzijde');
    await window.press('Hoort dit in het dossier?');
    expect(document.querySelector('main form')?.textContent).toContain(safety);
    expect(document.querySelector('main form')?.textContent).not.toContain('meldcode');
  });
});

describe('an entry that is read', () => {
  it('says what became of it, and what follows before one says that one showed it', async () => {
    const window = await open();
    await window.press('Terugblikken');
    document.querySelector<HTMLElement>('main li button')?.click();
    await shown();
    const header = (): string => document.querySelector('main header')?.textContent ?? '';
    expect(header()).toContain('Persoonlijk');
    expect(document.querySelector('article')?.textContent).toContain('Gaat weg op');
    await window.press('Ik heb dit laten zien');
    const dialog = (): string => document.querySelector('dialog[open]')?.textContent ?? '';
    expect(dialog()).toContain('niet meer alleen voor jou');
    expect(dialog()).toContain('Terugblik vertelt het aan niemand.');
    await window.press('Nee, laat het zo');
    expect(window.backend.requests('mark_shown')).toEqual([]);
    await window.press('Ik heb dit laten zien');
    await window.press('Ja, ik heb dit laten zien');
    expect(header()).toContain('Getoond op zaterdag 21 november 2026');
    expect(header()).not.toContain('Persoonlijk');
  });
});

describe('an alias', () => {
  it('that looks like a name gets a quiet word, and never a no', async () => {
    const window = await open({ specimens: [] });
    await window.press('Nieuw contactmoment');
    await window.press('Kennismaking');
    const field = document.querySelector<HTMLInputElement>('#contact-alias')!;
    field.value = 'Fatima de Boer';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await window.clock.pass(600);
    await shown();
    expect(document.querySelector('main form')?.textContent).toContain(
      'Dit lijkt een echte naam. Neem liever een woordpaar.',
    );
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await window.press('Begin');
    expect(window.backend.requests('start_entry')[0]?.contact?.alias).toBe('Fatima de Boer');
  });
});
