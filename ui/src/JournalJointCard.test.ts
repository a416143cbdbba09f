// After a walk-through: its card, and nothing of the journal before an act of its own.
import { describe, expect, it, vi } from 'vitest';

import { control, open, page, shown } from './JournalApp.test-helper';
import { faultsOfPage } from './axe.test-helper';
import { specimens } from './backend/fake-content';
import type { JointCard } from './backend/contract';
import { t } from './i18n/i18n.svelte';
import { failureText } from './state/shared/failures';

const OVER = { afterWalk: { kind: 'asked' } } as const;
const LEARNED = 'Eerst vragen wat de brief betekende.';

/** Types into the field with this label. */
async function type(label: string, text: string) {
  const field = [...document.querySelectorAll('textarea')].find(
    ({ labels }) => labels[0]?.textContent.trim() === label,
  );
  if (field === undefined) throw new Error(`no field “${label}”`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
}

async function openCard(options: Parameters<typeof open>[0] = {}) {
  const window = await open({ ...OVER, ...options });
  await vi.waitFor(() => expect(window.heading()).toBe(t('joint-title')), { timeout: 20_000 });
  await shown();
  return window;
}

describe('the card after a walk-through', () => {
  it('comes alone, with nothing of the journal in the page', async () => {
    const { backend } = await openCard();
    for (const text of specimens.flatMap(({ texts }) => texts)) expect(page()).not.toContain(text);
    expect(document.querySelector('nav')).toBeNull();
    expect(backend.commands).not.toContain('open_after_card');
    expect(backend.commands).not.toContain('list_entries');
    await vi.waitFor(() => expect(backend.commands).toContain('journal_painted'));
    expect(await faultsOfPage()).toEqual([]);
  });

  it('saves what is typed, keeps it, and then opens the journal', async () => {
    const { backend, press, clock, heading } = await openCard();
    await type(t('joint-take-along'), LEARNED);
    await clock.pass(2_000);
    await shown();
    expect(backend.requests('save_joint_card').at(-1)?.takeAlong).toBe(LEARNED);

    await press(t('joint-keep'));
    expect(page()).toContain(t('joint-said-kept'));
    await press(t('joint-intention'));
    expect(backend.requests('make_intention')).toEqual([{ text: LEARNED }]);

    await press(t('joint-open'));
    expect(document.querySelector('nav')).not.toBeNull();
    expect(heading()).not.toBe(t('joint-title'));
  });

  it('throws it away after a question, without saving it first', async () => {
    const { backend, press } = await openCard();
    await type(t('joint-discussed'), LEARNED);
    await press(t('joint-throw-away'));
    expect(backend.commands).not.toContain('decide_joint_card');
    await press(t('learned-erase-keep'));
    expect(page()).toContain(LEARNED);

    await press(t('joint-throw-away'));
    await press(t('learned-erase'));
    expect(page()).toContain(t('joint-said-thrown-away'));
    expect(document.activeElement?.textContent).toContain(t('joint-said-thrown-away'));
    expect(document.querySelector('textarea')).toBeNull();
    await press(t('joint-open'));
    expect(backend.requests('save_joint_card')).toEqual([]);
  });

  it('throws an empty one away at once', async () => {
    const { backend, press } = await openCard();
    await press(t('joint-throw-away'));
    expect(backend.requests('decide_joint_card').at(-1)?.keep).toBe(false);
    expect(page()).toContain(t('joint-said-thrown-away'));
  });

  it('saves nothing after it was thrown away, also what could not be saved before', async () => {
    const { backend, press, clock } = await openCard();
    backend.failNext('save_joint_card', { code: 'disk-full' });
    await type(t('joint-discussed'), LEARNED);
    await clock.pass(1_100);
    await shown();
    expect(backend.requests('save_joint_card')).toHaveLength(1);
    await press(t('joint-throw-away'));
    await press(t('learned-erase'));
    await clock.pass(120_000);
    await shown();
    expect(backend.requests('save_joint_card')).toHaveLength(1);
    expect(page()).not.toContain(failureText({ code: 'disk-full' }));
    await press(t('joint-lock'));
    expect(backend.commands).toContain('lock_journal');
  });

  it('goes on saving it where it could not be thrown away', async () => {
    const { backend, press, clock } = await openCard();
    await type(t('joint-discussed'), LEARNED);
    backend.failNext('decide_joint_card', { code: 'disk-full' });
    await press(t('joint-throw-away'));
    await press(t('learned-erase'));
    expect(page()).toContain(failureText({ code: 'disk-full' }));
    await clock.pass(1_100);
    await shown();
    expect(backend.requests('save_joint_card').at(-1)?.discussed).toBe(LEARNED);
  });

  it('makes no difference between keeping and throwing away', async () => {
    await openCard();
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    const [keep, away] = [button(t('joint-keep')), button(t('joint-throw-away'))];
    expect(keep?.className).toBe(away?.className);
  });

  it('is led into by no key, and locks by its own', async () => {
    const { backend, key } = await openCard();
    await key('n', control);
    await key('f', control);
    await key('F1');
    expect(document.querySelector('h1')?.textContent).toBe(t('joint-title'));
    await type(t('joint-discussed'), LEARNED);
    await key('l', control);
    expect(backend.requests('save_joint_card').at(-1)?.discussed).toBe(LEARNED);
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'open', why: 'asked', backup: null },
    ]);
    expect(page()).not.toContain(LEARNED);
  });

  it('locks by itself when nobody is there', async () => {
    const { backend, clock, store } = await openCard();
    await type(t('joint-discussed'), LEARNED);
    await clock.pass(store.settings.idleMinutes * 60_000 + 1_000);
    await shown();
    expect(backend.requests('lock_journal').at(-1)?.why).toBe('idle');
    expect(backend.requests('save_joint_card').at(-1)?.discussed).toBe(LEARNED);
  });

  it('takes a text along that could not be saved, and keeps nobody out', async () => {
    const { backend, press, clock } = await openCard();
    backend.failNext('save_joint_card', { code: 'disk-full' }, 2);
    await type(t('joint-differently'), LEARNED);
    await clock.pass(1_100);
    await shown();
    expect(page()).toContain(failureText({ code: 'disk-full' }));
    await press(t('joint-open'));
    expect(document.querySelector('nav')).not.toBeNull();
    await clock.pass(10_000);
    await shown();
    expect(backend.requests('save_joint_card').at(-1)?.differently).toBe(LEARNED);
  });

  it('stays where it is when it cannot be saved before a lock', async () => {
    const { backend, press } = await openCard();
    backend.failNext('save_joint_card', { code: 'disk-full' });
    await type(t('joint-discussed'), LEARNED);
    await press(t('joint-lock'));
    expect(document.querySelector('dialog[open]')?.textContent).toContain(
      t('journal-unsaved-title'),
    );
    expect(backend.commands).not.toContain('lock_journal');
    await press(t('journal-unsaved-stay'));
    expect(page()).toContain(LEARNED);
    await press(t('joint-lock'));
    expect(backend.commands).toContain('lock_journal');
    expect(page()).not.toContain(LEARNED);
  });

  it('reads larger by the keys of every program, and keeps what is typed', async () => {
    const { backend, key } = await openCard();
    await type(t('joint-discussed'), LEARNED);
    const size = () => document.documentElement.dataset['textSize'];
    expect(size()).toBe('normal');
    await key('=', control);
    expect(size()).toBe('large');
    await key('0', control);
    expect(size()).toBe('normal');
    expect(page()).toContain(LEARNED);
    expect(backend.commands).not.toContain('change_settings');
  });

  it('says it when the program had stopped', async () => {
    await openCard({ afterWalk: 'stopped' });
    expect(page()).toContain(t('joint-stopped'));
  });

  it('can only be passed where the journal is opened to read', async () => {
    const { press } = await openCard({ opened: { onlyReading: { kind: 'asked' } } });
    expect(page()).toContain(t('joint-only-reading'));
    expect(document.querySelector('textarea')).toBeNull();
    await press(t('joint-open'));
    expect(document.querySelector('nav')).not.toBeNull();
  });
});

/** A past walk-through of the newest entry, on its own page. */
async function openRecord(card: Partial<JointCard>, options: Parameters<typeof open>[0] = {}) {
  const window = await open(options);
  const { walkThroughs, store, press } = window;
  const { walkThrough } = walkThroughs.prepare([store.newestFirst[0]!.id]);
  const plan = { forWhom: 'teamleider', question: '', minutes: 30, plannedOn: null } as const;
  walkThroughs.change({ walkThrough, ...plan });
  walkThroughs.lookOver(walkThrough);
  walkThroughs.begin(walkThrough);
  walkThroughs.end(walkThrough, { kind: 'time' }, card);
  const visit = async () => {
    await press(t('journal-walk-throughs'));
    await import('./features/walk-throughs/WalkThroughPlace.svelte');
    await shown();
    await press(t('walk-for', { whom: 'teamleider' }));
    await vi.waitFor(() => expect(page()).toContain(t('walk-record-time')), { timeout: 20_000 });
  };
  await visit();
  return { ...window, visit };
}

describe('the card on the page of its walk-through', () => {
  it('is written on while nothing was decided, and outlives a visit elsewhere', async () => {
    const { backend, press, visit, clock } = await openRecord({});
    await type(t('joint-take-along'), LEARNED);
    await press(t('journal-today'));
    await visit();
    expect(page()).toContain(LEARNED);
    await clock.pass(1_100);
    await shown();
    expect(backend.requests('save_joint_card').at(-1)?.takeAlong).toBe(LEARNED);
    await press(t('joint-keep'));
    expect(page()).toContain(t('joint-said-kept'));
    expect(await faultsOfPage()).toEqual([]);

    await press(t('journal-today'));
    await visit();
    expect(document.querySelector('textarea')).toBeNull();
    expect(document.querySelector('main')?.textContent).toContain(LEARNED);
  });

  it('is read when it was kept, and written on by an act of its own', async () => {
    const { press } = await openRecord({ state: 'kept', discussed: LEARNED });
    expect(document.querySelector('textarea')).toBeNull();
    await press(t('reading-write-on'));
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    expect(page()).toContain(LEARNED);
    await press(t('joint-throw-away'));
    await press(t('learned-erase'));
    expect(page()).not.toContain(LEARNED);
    expect(page()).toContain(t('joint-said-thrown-away'));
  });

  it('goes with its walk-through, and nothing of it is saved after', async () => {
    const { backend, press, clock } = await openRecord({});
    await type(t('joint-discussed'), LEARNED);
    await press(t('walk-erase'));
    await press(t('learned-erase'));
    await clock.pass(120_000);
    await shown();
    expect(backend.commands).toContain('erase_walk_through');
    expect(backend.requests('save_joint_card')).toEqual([]);
    expect(page()).not.toContain(LEARNED);
  });

  it('holds what the window came from, where that is not on disk yet', async () => {
    const window = await openCard();
    const { backend, press, clock, walkThroughs } = window;
    backend.failNext('save_joint_card', { code: 'disk-full' });
    await type(t('joint-discussed'), LEARNED);
    await press(t('joint-open'));
    expect(document.querySelector('nav')).not.toBeNull();
    await press(t('journal-walk-throughs'));
    await vi.waitFor(() => expect(walkThroughs.walks).toHaveLength(1));
    await shown();
    await press(t('walk-for-nobody-yet'));
    await vi.waitFor(() => expect(page()).toContain(LEARNED), { timeout: 20_000 });
    await type(t('joint-take-along'), LEARNED);
    await clock.pass(10_000);
    await shown();
    expect(backend.requests('save_joint_card').at(-1)).toMatchObject({
      discussed: LEARNED,
      takeAlong: LEARNED,
    });
  });

  it('is only read where nothing can be written', async () => {
    await openRecord({}, { opened: { onlyReading: { kind: 'asked' } } });
    expect(document.querySelector('textarea')).toBeNull();
    expect(page()).toContain(t('walk-card-open'));
    expect(page()).not.toContain(t('reading-write-on'));
  });
});

describe('the ways to walk through together', () => {
  it('leads from an entry to who looked along', async () => {
    const { press } = await openRecord({});
    await press(t('walk-record-open'));
    await vi.waitFor(() => expect(page()).toContain('voor teamleider'), { timeout: 20_000 });
    await press('Samen doorgelopen op');
    expect(document.title).toContain(t('journal-walk-throughs'));
    expect(page()).toContain(t('walk-record-time'));
  });

  it('leads from an entry to choosing, with that entry chosen', async () => {
    const { store, press, heading, walkThroughs } = await open();
    // Else it is said first what a shown note becomes.
    walkThroughs.explained = true;
    await press(t('journal-entries'));
    const [newest] = store.newestFirst;
    document.querySelector<HTMLElement>('main ul button')?.click();
    await shown();
    expect(heading()).toBe(store.kinds.find(({ id }) => id === newest?.contact?.kind)?.label);
    await press(t('joint-way-entry'));
    await vi.waitFor(() => expect(document.querySelector('main input:checked')).not.toBeNull(), {
      timeout: 20_000,
    });
  });

  it('is told on the day it was prepared for, and on no other', async () => {
    const { walkThroughs, store, press } = await open();
    const [newest] = store.newestFirst;
    const { walkThrough } = walkThroughs.prepare([newest!.id]);
    const plan = { walkThrough, forWhom: 'teamleider', question: '', minutes: 30 } as const;
    walkThroughs.change({ ...plan, plannedOn: null });
    await press(t('journal-entries'));
    await press(t('journal-today'));
    await shown();
    expect(page()).not.toContain(t('joint-today-open'));

    walkThroughs.change({ ...plan, plannedOn: store.today });
    await press(t('journal-entries'));
    await press(t('journal-today'));
    await vi.waitFor(() => expect(page()).toContain('teamleider'), { timeout: 20_000 });
    await press(t('joint-today-open'));
    expect(document.title).toContain(t('journal-walk-throughs'));
  });
});
