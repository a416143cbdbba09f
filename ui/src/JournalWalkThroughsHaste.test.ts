/** Preparing in haste: what is pressed before the store has answered is lost nowhere. */
import { describe, expect, it } from 'vitest';

import { open, shown, type Window } from './JournalApp.test-helper';

const sentences = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('article [role="button"]'),
];
const block = (window: Window) => {
  const found = window.walkThroughs.walks[0]?.pages[0]?.blocks[0];
  if (!found) throw new Error('a part');
  return found;
};
const covered = (window: Window): string[] => {
  const { text, covers } = block(window);
  return covers.map(({ start, end }) => text.slice(start, end));
};

/** The newest note says this, and is being prepared. */
async function preparing(says: string): Promise<Window> {
  const window = await open();
  window.walkThroughs.explained = true;
  const [entry] = window.store.newestFirst;
  if (!entry?.answers[0]) throw new Error('an answer');
  entry.answers[0].text = says;
  window.walkThroughs.prepare([entry.id]);
  await window.press('Samen doorlopen');
  await shown();
  await window.press('Nog zonder naam');
  await shown();
  return window;
}

describe('preparing in haste', () => {
  it('covers two sentences that are pressed one right after the other', async () => {
    const window = await preparing('Ze huilde. Ik was stil. Toen niet meer.');
    window.backend.hold('cover_walk_block');
    sentences()[0]?.click();
    await shown();
    sentences()[2]?.click();
    await shown();
    window.backend.release('cover_walk_block');
    await shown();
    expect(covered(window)).toEqual(['Ze huilde.', 'Toen niet meer.']);
  });

  it('covers the sentence that was pressed while other words were on their way', async () => {
    const window = await preparing('Mevrouw de Boer belde. Ze huilde. Ik niet.');
    window.backend.hold('replace_in_walk_block');
    await window.press('Vervang door');
    sentences()[1]?.click();
    await shown();
    window.backend.release('replace_in_walk_block');
    await shown();
    expect(block(window).text).toBe('Mevrouw [naam] belde. Ze huilde. Ik niet.');
    expect(covered(window)).toEqual(['Ze huilde.']);
  });

  it('asks no question about beginning where what was typed has to be looked over first', async () => {
    const window = await preparing('Ze huilde.');
    await window.press('Bekijk wat te zien is');
    await window.key('ArrowRight');
    await window.press('Bewaar voor later');
    const whom = document.querySelector<HTMLInputElement>('input[type="text"]');
    if (!whom) throw new Error('a line');
    whom.value = 'teamleider';
    whom.dispatchEvent(new Event('input', { bubbles: true }));
    await window.press('Begin samen');
    expect(document.querySelector('dialog[open]')).toBeNull();
    await shown();
    expect(document.querySelector('main')?.textContent).toContain('Bekijk wat te zien is');
  });

  it('takes a selection that ends beside its text, and no press is lost after it', async () => {
    const window = await preparing('Ze huilde. Ik was stil. Toen niet meer.');
    const [first, second] = sentences();
    const from = second?.querySelector('span')?.firstChild;
    const beside = document.querySelector('article footer');
    if (!first || !second || !from || !beside)
      throw new Error('sentences, and something after them');
    const selection = getSelection();
    selection?.setBaseAndExtent(from, 3, beside, 0);
    second.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, clientX: 10 }));
    beside.dispatchEvent(new MouseEvent('pointerup', { bubbles: true, clientX: 90 }));
    await shown();
    expect(covered(window)).toEqual(['was stil. Toen niet meer.']);
    // No sentence heard that click; the next one is a press of its own.
    first.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, clientX: 10 }));
    first.dispatchEvent(new MouseEvent('pointerup', { bubbles: true, clientX: 10 }));
    sentences()[0]?.click();
    await shown();
    expect(covered(window)).toEqual(['Ze huilde.', 'was stil. Toen niet meer.']);
  });
});
