/** How an entry is written: which pages there are, and what of them reaches the disk. */
import { describe, expect, it } from 'vitest';

import type { EntryId, IntentionView, Sitting, StartEntry } from '../../backend/contract';
import type { Specimen } from '../../backend/fake-content';
import type { EntryState } from './entry.svelte';
import { titleOf } from './entry-words';
import type { Field } from './field.svelte';
import type { OpenJournal } from './open-journal.svelte';
import { fiveMinutes, freePage, guide, opened, settled, typing } from './testing';

const DAY = 24 * 60 * 60 * 1000;

/** A contact with questions, and what is known about it. */
function contact(
  sitting: Partial<Sitting> = {},
  kind = 'kennismaking',
  alias?: string,
): StartEntry {
  return {
    ...guide,
    contact: { day: '2026-11-21' as never, kind, alias: alias ?? null },
    sitting: { ...fiveMinutes, ...sitting },
    form: 'guide',
  };
}

function written(journal: OpenJournal): EntryState {
  const entry = journal.writing;
  if (entry === null) throw new Error('an entry is being written');
  return entry;
}

function onScreen(entry: EntryState): Field {
  if (entry.field === null) throw new Error('a page is on screen');
  return entry.field;
}

/** The pages of an entry in short: the question's id, or what the page is. */
const pages = (entry: EntryState): string[] =>
  entry.pages.map(({ kind, field }) => (kind === 'question' ? (field.question?.id ?? '') : kind));

function goTo(entry: EntryState, page: string): Field {
  entry.goTo(pages(entry).indexOf(page));
  expect(pages(entry)[entry.position]).toBe(page);
  return onScreen(entry);
}

describe('a follow-up', () => {
  const criticism = contact({ baggage: 'criticism' });

  it('is no page before there is an answer to ask on from', async () => {
    const { journal } = await opened();
    await journal.begin(criticism);
    const entry = written(journal);
    expect(pages(entry)).toEqual(['H22', 'D01', 'closing']);
    expect(entry.pages.map(({ number }) => number)).toEqual([1, 2, null]);

    onScreen(entry).typed(typing('   '));
    expect(pages(entry)).toEqual(['H22', 'D01', 'closing']);
    onScreen(entry).typed(typing('De brief was hard.'));
    expect(pages(entry)).toEqual(['H22', 'H22v', 'D01', 'closing']);
    expect(entry.pages.map(({ number }) => number)).toEqual([1, 2, 3, null]);
  });

  it('is passed over by who goes on without an answer', async () => {
    const { journal, store } = await opened();
    await journal.begin(criticism);
    const entry = written(journal);
    entry.step(1);
    expect(pages(entry)[entry.position]).toBe('D01');
    await journal.settle();
    expect(store.texts).toEqual([]);
  });

  it('stays when it was written, whatever becomes of the answer before it', async () => {
    const { journal } = await opened();
    await journal.begin(criticism);
    const entry = written(journal);
    onScreen(entry).typed(typing('De brief was hard.'));
    entry.step(1);
    onScreen(entry).typed(typing('Dat snap ik, zeg ik dan.'));
    goTo(entry, 'H22').typed(typing(''));
    expect(pages(entry)).toContain('H22v');
  });

  it('leaves one on the page where one is', async () => {
    const { journal } = await opened();
    await journal.begin(criticism);
    const entry = written(journal);
    const before = entry.page?.key;
    onScreen(entry).typed(typing('Ja.'));
    onScreen(entry).typed(typing(''));
    expect(entry.page?.key).toBe(before);
  });
});

describe('another question', () => {
  it('takes the place of one, and leaves no trace of it', async () => {
    const { journal, backend, store } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    const first = onScreen(entry);
    expect(await journal.otherQuestion(entry, first)).toBe(true);

    expect(pages(entry)).toEqual(['H12', 'D08', 'D09', 'closing']);
    expect(entry.position).toBe(0);
    expect(onScreen(entry).key).not.toBe(first.key);
    expect(backend.requests('other_question')).toEqual([{ entry: entry.id, question: 'D01' }]);
    await journal.settle();
    expect(backend.commands).not.toContain('save_answer');
    expect(store.texts).toEqual([]);
  });

  it('never brings back one that was put aside, and says when there is no other', async () => {
    const { journal } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    const seen = new Set(pages(entry));
    while (await journal.otherQuestion(entry, onScreen(entry))) {
      const shown = pages(entry)[0] ?? '';
      expect(seen.has(shown)).toBe(false);
      seen.add(shown);
    }
    expect(onScreen(entry).noOther).toBe(true);
    expect(seen.size).toBe(6);
  });

  it('takes the follow-up of the question along', async () => {
    const { journal } = await opened();
    await journal.begin(contact({ minutes: 15 }));
    const entry = written(journal);
    const parent = goTo(entry, 'D08');
    expect(entry.fields.some(({ follows }) => follows === 'D08')).toBe(true);
    await journal.otherQuestion(entry, parent);
    expect(entry.fields.some(({ follows }) => follows === 'D08')).toBe(false);
  });

  it('does not take away what was typed while it was on its way', async () => {
    const { journal, backend, store } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    const field = onScreen(entry);
    backend.hold('other_question');
    const asked = journal.otherQuestion(entry, field);
    field.typed(typing('toch iets'));
    backend.release('other_question');
    expect(await asked).toBe(false);
    expect(onScreen(entry)).toBe(field);
    await journal.settle();
    expect(store.texts).toEqual(['toch iets']);
  });

  it('does not pull back who went on meanwhile', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    backend.hold('other_question');
    const asked = journal.otherQuestion(entry, onScreen(entry));
    entry.step(1);
    backend.release('other_question');
    await asked;
    expect(pages(entry)[entry.position]).toBe('D08');
    expect(pages(entry)[0]).toBe('H12');
  });

  it('is never asked for where something was written, even when it was taken away again', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    onScreen(entry).typed(typing('iets'));
    await journal.settle();
    onScreen(entry).typed(typing(''));
    expect(await journal.otherQuestion(entry, onScreen(entry))).toBe(false);
    expect(backend.commands).not.toContain('other_question');
  });

  it('says why when it could not be had', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    backend.failNext('other_question', { code: 'entry-gone' });
    expect(await journal.otherQuestion(entry, onScreen(entry))).toBe(false);
    expect(journal.failure).toEqual({ code: 'entry-gone' });
    expect(journal.askingOther).toBe(false);
  });
});

describe('a question of one’s own', () => {
  it('comes right after the page on screen, and is kept with its answer', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    entry.askOwnQuestion();
    expect(pages(entry)).toEqual(['D01', 'own', 'D08', 'D09', 'closing']);
    onScreen(entry).asked(typing('Wat zou mijn moeder zeggen?'));
    onScreen(entry).typed(typing('Ga eens zitten.'));
    await journal.settle();
    expect(backend.requests('save_answer')).toEqual([
      {
        entry: entry.id,
        answer: null,
        field: { kind: 'own', question: 'Wat zou mijn moeder zeggen?' },
        text: 'Ga eens zitten.',
      },
    ]);
  });

  it('is kept when only its words change, or only its words are there', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    entry.askOwnQuestion();
    onScreen(entry).asked(typing('Waarom?'));
    await journal.settle();
    onScreen(entry).asked(typing('Waarom eigenlijk?'));
    await journal.settle();
    const saved = backend.requests('save_answer');
    expect(saved.map(({ field }) => field)).toEqual([
      { kind: 'own', question: 'Waarom?' },
      { kind: 'own', question: 'Waarom eigenlijk?' },
    ]);
    expect(saved[1]?.answer).not.toBeNull();
    expect(onScreen(entry).dirty).toBe(false);
  });

  it('loses no answer for want of a question, and is blank again when it is read', async () => {
    const { journal, store } = await opened();
    await journal.begin(contact());
    const id = written(journal).id as EntryId;
    written(journal).askOwnQuestion();
    onScreen(written(journal)).typed(typing('Eerst het antwoord.'));
    await journal.settle();
    expect(store.open(id).answers[0]?.field).toEqual({ kind: 'own', question: 'Eigen vraag' });

    journal.go({ name: 'today' });
    await settled();
    await journal.writeOn(id);
    const field = goTo(written(journal), 'own');
    expect(field.ownQuestion).toBe('');
    expect(field.dirty).toBe(false);
  });

  it('is one line, whatever was pasted', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact());
    written(journal).askOwnQuestion();
    onScreen(written(journal)).asked(typing(' Wat\tdeed\u2028ik?\u0000 '));
    await journal.settle();
    expect(backend.requests('save_answer')[0]?.field).toEqual({
      kind: 'own',
      question: 'Wat deed ik?',
    });
  });

  it('does not pile up blank pages, and a blank one that is left behind is gone', async () => {
    const { clock, journal, backend } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    entry.askOwnQuestion();
    entry.askOwnQuestion();
    expect(pages(entry).filter((page) => page === 'own')).toHaveLength(1);
    onScreen(entry).asked(typing('W'));
    onScreen(entry).asked(typing(''));
    entry.step(1);
    expect(pages(entry)).toEqual(['D01', 'D08', 'D09', 'closing']);
    expect(pages(entry)[entry.position]).toBe('D08');
    await clock.pass(5_000);
    expect(backend.commands).not.toContain('save_answer');
  });

  it('is never added after the closing page', async () => {
    const { journal } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    goTo(entry, 'closing');
    entry.askOwnQuestion();
    expect(pages(entry).slice(-2)).toEqual(['own', 'closing']);
  });
});

describe('what came of an intention', () => {
  const before: Specimen = {
    daysAgo: 7,
    kind: 'kennismaking',
    alias: 'stille haven',
    texts: ['Hij wachtte.'],
    intention: 'Ik loop naar de wachtruimte.',
  };
  const again = contact({}, 'voortgang', 'stille haven');

  it('is asked first, and kept with what it came of', async () => {
    const { journal, backend } = await opened({ specimens: [before] });
    const [intention] = journal.intentions;
    await journal.begin(again);
    const entry = written(journal);
    expect(pages(entry)[0]).toBe('outcome');
    expect(onScreen(entry).intention?.text).toBe('Ik loop naar de wachtruimte.');
    expect(titleOf(entry)).toBe('Je voornemen');
    onScreen(entry).typed(typing('Hij lachte.'));
    await journal.settle();
    expect(backend.requests('save_answer')).toEqual([
      {
        entry: entry.id,
        answer: null,
        field: { kind: 'outcome', intention: intention?.intention },
        text: 'Hij lachte.',
      },
    ]);
    journal.done();
    await settled();
    expect(journal.intentions).toEqual([]);
  });

  it('is not asked about with another alias', async () => {
    const { journal } = await opened({ specimens: [before] });
    await journal.begin(contact({}, 'voortgang', 'late trein'));
    expect(pages(written(journal))).not.toContain('outcome');
  });

  it('leaves no trace when it is skipped, and stays open', async () => {
    const { clock, journal, backend } = await opened({ specimens: [before] });
    await journal.begin(again);
    written(journal).step(1);
    journal.done();
    await clock.pass(60_000);
    expect(backend.commands).not.toContain('save_answer');
    expect(journal.intentions.map(({ text }) => text)).toEqual(['Ik loop naar de wachtruimte.']);
  });

  it('can be let go on its page, and kept after all', async () => {
    const { journal, backend } = await opened({ specimens: [before] });
    await journal.begin(again);
    const field = onScreen(written(journal));
    await journal.returning.letGoOn(field, true);
    expect(field.letGo).toBe(true);
    expect(journal.said).toBeNull();
    backend.failNext('let_go_intention', { code: 'answer-gone' });
    await journal.returning.letGoOn(field, false);
    expect(field.letGo).toBe(true);
    expect(journal.failure).toEqual({ code: 'answer-gone' });
    await journal.returning.letGoOn(field, false);
    expect(field.letGo).toBe(false);
    const { intention } = field.intention as IntentionView;
    expect(backend.requests('let_go_intention')).toEqual([
      { intention, letGo: true },
      { intention, letGo: false },
      { intention, letGo: false },
    ]);
  });
});

describe('the closing page', () => {
  it('holds one thing to try and how it was, each an answer of its own', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact({}, 'huisbezoek', 'late trein'));
    const entry = written(journal);
    goTo(entry, 'closing').typed(typing('Eerst koffie.'));
    entry.page?.feeling?.typed(typing('Rustig.'));
    await journal.settle();
    expect(backend.requests('save_answer').map(({ field, text }) => [field, text])).toEqual([
      [{ kind: 'intention', returns: 'alias' }, 'Eerst koffie.'],
      [{ kind: 'feeling' }, 'Rustig.'],
    ]);
    expect(titleOf(entry)).toBe('Tot slot');
    expect(entry.canGo(1)).toBe(false);
  });

  it('keeps a change of when it comes back, once there is something to come back', async () => {
    const { clock, journal, backend } = await opened();
    await journal.begin(contact({}, 'huisbezoek', 'late trein'));
    const field = goTo(written(journal), 'closing');
    field.comesBack('kind');
    await clock.pass(5_000);
    expect(backend.commands).not.toContain('save_answer');

    field.typed(typing('Eerst koffie.'));
    await clock.pass(5_000);
    field.comesBack('alias');
    await clock.pass(5_000);
    expect(backend.requests('save_answer').map((request) => request.field)).toEqual([
      { kind: 'intention', returns: 'kind' },
      { kind: 'intention', returns: 'alias' },
    ]);
    expect(journal.queue.settled).toBe(true);
  });

  it('belongs to a free page too, which has its field before the store knows it', async () => {
    const { journal, backend, store } = await opened();
    backend.hold('start_entry');
    void journal.begin(freePage);
    const entry = written(journal);
    expect(pages(entry)).toEqual(['free']);
    onScreen(entry).typed(typing('Net begonnen.'));
    backend.release('start_entry');
    await settled();
    expect(pages(entry)).toEqual(['free', 'closing']);
    expect(entry.position).toBe(0);
    await journal.settle();
    expect(store.texts).toEqual(['Net begonnen.']);
  });
});

describe('a contact that the handbook has nothing to ask about', () => {
  it('has a free page, which is stored with its first word', async () => {
    const { journal, backend } = await opened();
    await journal.begin(contact({ minutes: 2 }, 'intervisie'));
    const entry = written(journal);
    expect(entry.withoutQuestions).toBe(true);
    expect(pages(entry)).toEqual(['free', 'closing']);
    onScreen(entry).typed(typing('Toch iets.'));
    await journal.settle();
    expect(backend.requests('save_answer')[0]?.field).toEqual({ kind: 'free' });

    journal.go({ name: 'today' });
    await settled();
    await journal.writeOn(entry.id as EntryId);
    expect(pages(written(journal))).toEqual(['free', 'closing']);
    expect(written(journal).withoutQuestions).toBe(true);
  });
});

describe('an entry that is written on', () => {
  it('opens where one left off', async () => {
    const { journal } = await opened();
    await journal.begin(contact());
    const entry = written(journal);
    onScreen(entry).typed(typing('Eén.'));
    const { id } = entry;
    journal.done();
    await settled();
    await journal.writeOn(id as EntryId);
    expect(pages(written(journal))[written(journal).position]).toBe('D08');
  });

  it('has a page of its own on a later day, and leaves what was written as it is', async () => {
    const { clock, journal, backend } = await opened();
    await journal.begin(freePage);
    await settled();
    const id = written(journal).id as EntryId;
    onScreen(written(journal)).typed(typing('Van vandaag.'));
    expect(written(journal).isLater(onScreen(written(journal)))).toBe(false);
    journal.done();
    await settled();

    clock.sleep(DAY);
    await journal.writeOn(id);
    const entry = written(journal);
    expect(pages(entry)).toEqual(['free', 'free', 'closing']);
    expect(entry.position).toBe(1);
    expect(entry.isLater(onScreen(entry))).toBe(true);
    entry.goTo(0);
    expect(entry.isLater(onScreen(entry))).toBe(false);
    // The free page of today is the one that is gone to, and no third is made.
    entry.goToFreePage();
    expect(entry.position).toBe(1);
    onScreen(entry).typed(typing('Een dag later.'));
    await journal.settle();
    const last = backend.requests('save_answer').at(-1);
    expect(last).toEqual({
      entry: id,
      answer: null,
      field: { kind: 'free' },
      text: 'Een dag later.',
    });
  });
});

describe('what comes back', () => {
  it('is asked for once the entry is left, and not once the journal is closed', async () => {
    const { session, journal, backend } = await opened();
    await journal.begin(guide);
    goTo(written(journal), 'closing').typed(typing('Eerst koffie.'));
    journal.go({ name: 'settings' });
    await settled();
    expect(journal.intentions.map(({ text }) => text)).toEqual(['Eerst koffie.']);

    await journal.begin(guide);
    backend.hold('leave_entry');
    journal.go({ name: 'settings' });
    const asked = backend.requests('list_intentions').length;
    await session.lock();
    backend.release('leave_entry');
    await settled();
    expect(backend.requests('list_intentions')).toHaveLength(asked);
  });

  it('stays what it was when it could not be had anew', async () => {
    const { journal, backend } = await opened({
      specimens: [
        { daysAgo: 3, kind: 'telefonisch', alias: null, texts: ['a'], intention: 'Doorvragen.' },
      ],
    });
    backend.failNext('list_intentions', { code: 'internal', incident: 1 });
    journal.go({ name: 'today' });
    await settled();
    expect(journal.intentions.map(({ text }) => text)).toEqual(['Doorvragen.']);
    expect(journal.failure).toBeNull();
  });

  it('welcomes who was away, until something is begun', async () => {
    const { journal } = await opened({ opened: { afterAWhile: true } });
    expect(journal.afterAWhile).toBe(true);
    await journal.begin(guide);
    expect(journal.afterAWhile).toBe(false);
  });
});
