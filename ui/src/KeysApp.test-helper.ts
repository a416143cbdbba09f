// The lock window on a page, worked by labels and buttons as a person would.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import KeysApp from './KeysApp.svelte';
import type { KeysState } from './backend/contract';
import { speech } from './i18n/i18n.svelte';
import { fakeKeys, type Around } from './state/keys/fake.test-helper';
import { KeysWindow } from './state/keys/keys.svelte';

let app: Record<string, unknown> | null = null;

/** Puts the window on the page, before it asked anything. */
export function show(keys: KeysWindow): void {
  app = mount(KeysApp, { target: document.body, props: { keys } });
  flushSync();
}

/** Puts the window on the page, with the first screen. */
export async function open(changes: Partial<KeysState> = {}, around: Partial<Around> = {}) {
  const backend = fakeKeys(changes, around);
  const keys = new KeysWindow(backend);
  show(keys);
  await keys.start();
  flushSync();
  return { backend, keys };
}

/** Takes the window off the page. */
export async function close(): Promise<void> {
  if (app) await unmount(app);
  app = null;
  speech.language = 'nl';
}

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  await close();
});

/** What is wrong with the page for who cannot see it, as axe finds it. */
export async function faults(): Promise<string[]> {
  vi.useRealTimers();
  const found = await faultsOfPage();
  vi.useFakeTimers();
  return found;
}

export const notSetUp = { situation: { kind: 'not-set-up' } } as const;
export const focused = () => document.activeElement?.textContent.trim();
export const heading = () => document.querySelector('h1')?.textContent;
export const page = () => document.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
export const alerted = () => document.querySelector('[role=alert]')?.textContent ?? '';

/** The words at a field that say what is wrong with it. */
export function errorAt(label: string): string {
  return document.getElementById(`${control(label).id}-error`)?.textContent ?? '';
}

export function control<E extends HTMLElement = HTMLElement>(name: string): E {
  const named = [...document.querySelectorAll<E>('button, input')].find(
    (element) =>
      ('labels' in element &&
        (element.labels as NodeList | null)?.[0]?.textContent?.trim() === name) ||
      element.textContent?.trim() === name,
  );
  if (!named) throw new Error(`no control “${name}”`);
  return named;
}

export function type(label: string, text: string): void {
  const input = control<HTMLInputElement>(label);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

/** Presses a button and lets everything that follows from it happen. */
export async function press(name: string): Promise<void> {
  // A press moves focus, as the mouse and the keyboard do.
  control(name).focus();
  control(name).click();
  await vi.advanceTimersByTimeAsync(10);
  flushSync();
}
