/** Where the focus goes when what had it went away. */
import { tick } from 'svelte';

/** Gives the focus to the heading, or to that of the screen, when nothing has it any more. */
export async function focusAfter(heading?: HTMLElement | null): Promise<void> {
  await tick();
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  const next = heading?.isConnected ? heading : document.querySelector<HTMLElement>('main h1, h1');
  next?.focus();
}
