/** What was learned: its place, rules with a past, words with two meanings, and what one takes along. */
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, page, shown, type Window } from './JournalApp.test-helper';
import { fillLearned } from './backend/fake-learned-specimens';
import type { FakeJournalOptions } from './backend/fake-journal';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => words(document.querySelector('main'));
const said = (): string => words(document.querySelector('main > .said'));
const dialog = (): Element => {
  const found = document.querySelector('dialog[open]');
  if (found === null) throw new Error('a dialog is open');
  return found;
};
const buttons = (within: Element | Document = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>('button'),
];

async function click(element: HTMLElement | null | undefined): Promise<void> {
  if (!element) throw new Error('it is there to be pressed');
  element.focus();
  element.click();
  await shown();
}

/** Presses what says this in the dialog that is open. */
async function answer(label: string): Promise<void> {
  await click(buttons(dialog()).find((button) => words(button) === label));
}

/** The field with this label, within a part of the page. */
function named(label: string, within: Element | Document = document): HTMLTextAreaElement {
  const found = [...within.querySelectorAll('label')].find((one) => words(one) === label);
  const field = found ? document.getElementById(found.htmlFor) : null;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement))
    throw new Error(`there is a field for ${label}`);
  return field as HTMLTextAreaElement;
}

async function type(field: HTMLTextAreaElement, typed: string): Promise<void> {
  field.focus();
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
}

/** A place of learning, with something in it. */
async function learning(place: string, options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open(options);
  fillLearned(window.learned);
  await window.press('Leren');
  await window.press(place);
  return window;
}

/** A case discussion, up to the last page of what is written about it. */
async function closing(kind = 'Casusoverleg'): Promise<Window> {
  const window = await open();
  fillLearned(window.learned);
  await window.key('n', control);
  await window.press(kind);
  await window.press('2 min');
  await window.press('Begin');
  await click(buttons().find((button) => words(button) === 'Tot slot'));
  return window;
}

afterEach(() => {
  speech.language = 'nl';
});

describe('learning', () => {
  it('is six places in two groups, each with a sentence and without a count', async () => {
    const { press, heading } = await open();
    await press('Leren');
    expect(heading()).toBe('Leren');
    expect(text('main h2')).toEqual(['Voor jezelf', 'Met collega’s']);
    expect(text('main h3 button')).toEqual([
      'Eigen proef',
      'Vuistregels',
      'Woorden met twee betekenissen',
      'Oefenen',
      'Intervisie',
      'Teamkaart',
    ]);
    expect(main()).not.toMatch(/\d/);
    for (const button of document.querySelectorAll('main h3 button')) {
      const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
      expect(words(described)).toMatch(/^[^.]+\.$/);
    }
    expect(await faultsOfPage()).toEqual([]);
  });

  it.each(['Vuistregels', 'Woorden met twee betekenissen', 'Teamkaart'])(
    'leads to %s and back',
    async (place) => {
      const { press, heading } = await open();
      await press('Leren');
      await press(place);
      expect(heading()).toBe(place);
      await click(document.querySelector<HTMLElement>('main .back button'));
      expect(heading()).toBe('Leren');
      expect(document.activeElement?.tagName).toBe('H1');
    },
  );
});

describe('a rule with a past', () => {
  const rules = (): Element[] => [...document.querySelectorAll('.kept')];
  const rule = (starts: string): Element => {
    const found = rules().find((one) => words(one).startsWith(starts));
    if (!found) throw new Error(`there is a rule ${starts}`);
    return found;
  };
  const on = (starts: string, label: string): Promise<void> =>
    click(buttons(rule(starts)).find((button) => words(button) === label));

  it('shows how it was said before, and until when', async () => {
    await learning('Vuistregels');
    expect(main()).not.toContain('pak dan het formulier');
    await on('Ik vraag eerst', 'Hoe je het eerder zei');
    expect(main()).toContain('Ik vraag eerst hoe het gaat, en pak dan het formulier.');
    expect(main()).toContain('Tot dinsdag 17 november 2026');
    expect(main()).toContain('Tot dinsdag 3 november 2026');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('forgets one of them after a question, and nothing else', async () => {
    const { learned } = await learning('Vuistregels');
    await on('Ik vraag eerst', 'Hoe je het eerder zei');
    await click(document.querySelector<HTMLElement>('.past li button'));
    expect(words(dialog())).toContain('De vuistregel zelf blijft.');
    await answer('Laat staan');
    expect(learned.rules[0]?.former).toHaveLength(2);
    await click(document.querySelector<HTMLElement>('.past li button'));
    await answer('Wis');
    expect(learned.rules[0]?.former.map((one) => one.text)).toEqual([
      'Ik vraag eerst hoe het gaat.',
    ]);
    expect(said()).toBe('De eerdere zin is gewist.');
    expect(document.activeElement).not.toBe(document.body);
  });

  it('is let go of and taken up again, without a question', async () => {
    const { learned } = await learning('Vuistregels');
    await on('In een overleg', 'Laat los');
    expect(said()).toContain('Je liet deze vuistregel los.');
    expect(words(document.activeElement)).toBe('Wat je bewaarde');
    expect(main()).not.toContain('In een overleg zeg ik');
    await click(buttons().find((button) => words(button) === 'Wat je losliet'));
    expect(words(rule('In een overleg'))).toContain('Losgelaten op zaterdag 21 november 2026');
    expect(words(rule('Ik bel altijd'))).toContain('Losgelaten op donderdag 12 november 2026');
    expect(buttons(rule('Ik bel altijd')).map(words)).toEqual(['Neem weer op', 'Wis']);
    expect(await faultsOfPage()).toEqual([]);
    await on('In een overleg', 'Neem weer op');
    expect(learned.rules.filter(({ droppedOn }) => droppedOn !== null)).toHaveLength(1);
    expect(said()).toBe('Je gebruikt deze vuistregel weer.');
  });

  it('waits half changed for who looks elsewhere first', async () => {
    const { press } = await learning('Vuistregels');
    await on('In een overleg', 'Verander');
    await type(named('Vuistregel'), 'In een overleg vraag ik');
    await press('Handboek');
    await press('Leren');
    await press('Vuistregels');
    expect(named('Vuistregel').value).toBe('In een overleg vraag ik');
    await press('Laat het zo');
    await press('Handboek');
    await press('Leren');
    await press('Vuistregels');
    expect(main()).toContain('In een overleg zeg ik eerst');
  });

  it('begins with a sentence of the handbook, which is no rule by itself', async () => {
    const { press, textarea, backend, write } = await learning('Vuistregels');
    await press('Zo kan een vuistregel beginnen');
    await press('Ik vraag eerst …');
    expect(textarea().value).toBe('Ik vraag eerst ');
    expect(document.activeElement).toBe(textarea());
    await press('Bewaar');
    expect(main()).toContain('Maak de zin nog af.');
    expect(backend.commands).not.toContain('keep_rule');
    // What was typed behind it stays when another beginning is chosen.
    write('Ik vraag eerst niets.');
    await shown();
    await press('Als ik haast heb');
    expect(textarea().value).toBe('Als ik haast heb, dan niets.');
    await press('Bewaar');
    expect(backend.requests('keep_rule')).toEqual([{ text: 'Als ik haast heb, dan niets.' }]);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('is looked over before the page is saved, and leads to where it stands', async () => {
    const { learned, press, backend } = await open();
    learned.keepRule('Ik laat mevrouw Jansen uitpraten.');
    await press('Leren');
    await press('Vuistregels');
    expect(main()).toContain('Hier staat nog iets dat naar een persoon wijst.');
    await press('Kijk het na');
    expect(document.activeElement).toBe(named('Vuistregel'));
    expect(named('Vuistregel').value).toContain('Jansen');
    await press('Laat het zo');
    await press('Bewaar als pagina');
    expect(text('dialog[open] .notice')).toEqual([
      'Hier staat nog iets dat naar een persoon wijst.',
    ]);
    expect(words(dialog())).toContain('niet versleuteld');
    expect(backend.commands).not.toContain('save_learned');
    // It never stands in the way.
    await answer('Kies een plek');
    expect(backend.requests('save_learned')).toEqual([{ what: 'rules' }]);
    expect(main()).toContain('De pagina is bewaard: /home/noor/Documenten/geleerd.html');
  });

  it('is spared when it names no person', async () => {
    const { learned, press } = await open();
    learned.keepRule('Ik laat mevrouw Jansen uitpraten.');
    await press('Leren');
    await press('Vuistregels');
    await click(buttons().find((button) => words(button) === 'Geen persoon'));
    expect(main()).toContain('Er is niets gevonden dat naar een persoon wijst.');
    expect(words(document.activeElement)).toBe('Om mee te nemen');
  });

  it('is never said to be looked over where it could not be', async () => {
    const { learned, press, backend } = await open();
    learned.keepRule('Ik wacht.');
    backend.failNext('mirror_text', { code: 'disk-full' }, 1_000);
    await press('Leren');
    await press('Vuistregels');
    expect(main()).toContain('Dit is nu niet nagekeken.');
    expect(main()).not.toContain('niets gevonden');
  });
});

describe('words with two meanings', () => {
  const cards = (): string[] => text('article');

  it('stand on a card each, with both meanings and who the other is', async () => {
    await learning('Woorden met twee betekenissen');
    expect(text('article h3')).toEqual(['gemotiveerd', 'maatwerk', 'stabiel']);
    expect(cards()[2]).toContain('Voor mij Er komen geen nieuwe schulden bij.');
    expect(cards()[2]).toContain('Voor de ander Sociaal werker Hij slaapt weer');
    expect(cards()[0]).toContain('Nog niet opgeschreven');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('are added by keyboard alone, with a role of the handbook', async () => {
    const { key, learned, press } = await learning('Woorden met twee betekenissen');
    await press('Schrijf een woord op');
    expect(document.activeElement).toBe(named('Het woord'));
    expect(await faultsOfPage()).toEqual([]);
    await key('Enter');
    expect(main()).toContain('Schrijf eerst het woord op.');
    await type(named('Het woord'), 'afspraak');
    expect(main()).not.toContain('Schrijf eerst het woord op.');
    await type(named('Wat betekent het voor jou?'), 'Een tijd en een plek.');
    await press('Leidinggevende');
    expect(named('Wie is de ander?').value).toBe('Leidinggevende');
    expect(document.activeElement).toBe(named('Wie is de ander?'));
    await key('Enter');
    expect(learned.words.at(-1)).toMatchObject({
      word: 'afspraak',
      mine: 'Een tijd en een plek.',
      theirs: '',
      whose: 'Leidinggevende',
    });
    expect(said()).toBe('Het woord is bewaard.');
    expect(words(document.activeElement)).toBe('Schrijf een woord op');
    expect(text('article h3')[0]).toBe('afspraak');
  });

  it('are changed in place, and erased after a question', async () => {
    const { learned, press } = await learning('Woorden met twee betekenissen');
    await press('Verander');
    await type(named('Wat betekent het voor de ander?'), 'Zelf bellen.');
    await press('Bewaar');
    expect(cards()[0]).toContain('Zelf bellen.');
    expect(words(document.activeElement)).toBe('Verander');
    await press('Wis');
    await answer('Wis');
    expect(learned.words.map(({ word }) => word)).toEqual(['stabiel', 'maatwerk']);
    expect(words(document.activeElement)).toBe('Jouw woorden');
  });

  it('lead to the text in which a person was found', async () => {
    const { learned, press } = await open();
    learned.keepWord({ word: 'rust', mine: '', theirs: 'Meneer Jansen slaapt.', whose: '' });
    await press('Leren');
    await press('Woorden met twee betekenissen');
    expect(main()).toContain('rust, voor de ander: Meneer Jansen slaapt.');
    await press('Kijk het na');
    expect(document.activeElement).toBe(named('Wat betekent het voor de ander?'));
  });

  it('wait half written, and are not there before the first', async () => {
    const { press } = await open();
    await press('Leren');
    await press('Woorden met twee betekenissen');
    expect(main()).toContain('Hier komen je woorden te staan');
    await press('Schrijf een woord op');
    await type(named('Het woord'), 'rust');
    await press('Handboek');
    await press('Leren');
    await press('Woorden met twee betekenissen');
    expect(named('Het woord').value).toBe('rust');
  });

  it('are only read where nothing can be written', async () => {
    await learning('Woorden met twee betekenissen', {
      opened: { onlyReading: { kind: 'asked' } },
    });
    expect(cards()).toHaveLength(3);
    for (const label of ['Verander', 'Wis', 'Schrijf een woord op', 'Bewaar als pagina'])
      expect(text('main button')).not.toContain(label);
  });
});

describe('rules before a case discussion', () => {
  const before = (): string[] => text('.rules li');

  it('stand there when one is chosen, and not at another kind', async () => {
    const { key, press, learned } = await open();
    fillLearned(learned);
    await key('n', control);
    expect(before()).toEqual([]);
    await press('Huisbezoek');
    expect(before()).toEqual([]);
    await press('Casusoverleg');
    expect(before()).toEqual([
      'Wie te vroeg komt, is zenuwachtig. Ik loop even naar de wachtruimte.',
      'In een overleg zeg ik eerst wat ik níet weet.',
      'Als ik sneller ga praten, is er iets wat ik zelf niet eerlijk vind.',
    ]);
    // Only those in use.
    await press('Laat ze allemaal zien');
    expect(before()).toHaveLength(4);
    expect(before().join()).not.toContain('Ik bel altijd');
    expect(document.activeElement).not.toBe(document.body);
    expect(await faultsOfPage()).toEqual([]);
    await press('Huisbezoek');
    expect(before()).toEqual([]);
  });

  it('stand above what is started, once, and stay folded where a person folded them', async () => {
    const { key, press } = await closing();
    expect(before()).toEqual([]);
    await press('Klaar');
    await press('Verder schrijven');
    expect(text('.rules')).toEqual([]);
    await key('n', control);
    await press('Intervisie');
    expect(before()).toHaveLength(3);
    await press('Jouw vuistregels');
    expect(before()).toEqual([]);
    await press('Begin');
    expect(text('.rules')).toEqual(['Jouw vuistregels']);
    expect(before()).toEqual([]);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('stand there while one prepares for it, and above a sheet of it', async () => {
    const { key, press, learned } = await open({ specimens: [] });
    fillLearned(learned);
    await key('n', control);
    await press('Eerst voorbereiden');
    await press('Casusoverleg');
    expect(before()).toHaveLength(3);
    expect(await faultsOfPage()).toEqual([]);
    await press('Begin');
    expect(before()).toHaveLength(3);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('are not missed where there are none', async () => {
    const { key, press } = await open();
    await key('n', control);
    await press('Casusoverleg');
    expect(text('.rules')).toEqual([]);
  });
});

describe('what one takes along from a reflection', () => {
  it('is a rule in its own words, of which nothing says where it came from', async () => {
    const { press, key, backend, heading } = await closing();
    await type(named('Wat wil je in het volgende contact één keer proberen?'), 'Eerst vragen.');
    await press('Maak een vuistregel');
    expect(document.activeElement).toBe(named('Vuistregel', dialog()));
    expect(named('Vuistregel', dialog()).value).toBe('');
    expect(words(dialog())).toContain('Waar het vandaan komt, wordt niet bewaard.');
    expect(await faultsOfPage()).toEqual([]);
    await type(named('Vuistregel', dialog()), 'Ik vraag eerst.');
    await key('Enter');
    expect(backend.requests('keep_rule')).toEqual([{ text: 'Ik vraag eerst.' }]);
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(said()).toBe('De vuistregel is bewaard.');
    expect(heading()).toContain('één keer proberen');
  });

  it('survives a wrong click, and another entry does not show it', async () => {
    const { press, heading, key } = await closing();
    await press('Maak een vuistregel');
    await type(named('Vuistregel', dialog()), 'Half af');
    await answer('Laat het zo');
    await press('Neem mee naar het team');
    await type(named('Wat wil je meenemen?', dialog()), 'Ook half');
    await press('Vandaag');
    await press('Terugblikken');
    await click(buttons().find((button) => words(button).includes('Mevrouw had koffie')));
    await press('Maak een vuistregel');
    expect(named('Vuistregel', dialog()).value).toBe('');
    await answer('Laat het zo');
    await key('n', control);
    await press('Terugblikken');
    await click(buttons().find((button) => words(button).includes('Casusoverleg')));
    expect(heading()).toBe('Casusoverleg');
    await press('Maak een vuistregel');
    expect(named('Vuistregel', dialog()).value).toBe('Half af');
    await answer('Laat het zo');
    await press('Neem mee naar het team');
    expect(named('Wat wil je meenemen?', dialog()).value).toBe('Ook half');
  });

  it('is a point for the team, with the theme that is proposed', async () => {
    const { press, backend, key } = await closing('Huisbezoek');
    expect(text('main button')).not.toContain('Woord met twee betekenissen');
    await press('Neem mee naar het team');
    expect(document.activeElement).toBe(named('Wat wil je meenemen?', dialog()));
    await answer('Bewaar');
    expect(words(dialog())).toContain('Schrijf eerst op wat je wilt meenemen.');
    expect(await faultsOfPage()).toEqual([]);
    await type(named('Wat wil je meenemen?', dialog()), 'Wie belt terug?');
    await key('Enter', control);
    expect(backend.requests('keep_team_point')).toEqual([
      { theme: 'team', text: 'Wie belt terug?' },
    ]);
    expect(said()).toBe('Het staat op de kaart.');
  });

  it('is a word with two meanings after a case discussion', async () => {
    const { press, backend, key, heading } = await closing();
    await press('Woord met twee betekenissen');
    expect(await faultsOfPage()).toEqual([]);
    await type(named('Het woord', dialog()), 'stabiel');
    await type(named('Wat betekent het voor jou?', dialog()), 'Geen nieuwe schuld.');
    await key('Enter');
    expect(backend.requests('keep_twofold_word')).toEqual([
      { word: 'stabiel', mine: 'Geen nieuwe schuld.', theirs: '', whose: '' },
    ]);
    // Enter kept the word, and did not go on with the page below.
    expect(heading()).toContain('één keer proberen');
  });

  it('is looked over for a person, like every text', async () => {
    const { press, clock } = await closing();
    await press('Neem mee naar het team');
    await type(named('Wat wil je meenemen?', dialog()), 'Mevrouw Jansen belde.');
    await clock.pass(300);
    await shown();
    expect(words(dialog())).toContain('Vervang door [naam]');
  });

  it('is offered where one reads, and not where nothing can be written', async () => {
    const { press } = await open();
    await press('Terugblikken');
    await click(buttons().find((button) => words(button).includes('Mevrouw had koffie')));
    expect(main()).toContain('Wat neem je mee?');
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe('all of it', () => {
  it('is there in English', async () => {
    const { press, learned } = await open({ appearance: { language: 'en' } });
    fillLearned(learned);
    await press('Learning');
    expect(page()).toContain('For yourself');
    await press('Words with two meanings');
    expect(page()).toContain('To the other');
    await press('Learning');
    await press('Team card');
    expect(page()).toContain('Together as a team');
  });
});
