/** What the tests of the journal's window share: the window over a role in memory, and a person. */
import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';

import JournalApp from './JournalApp.svelte';
import type { FakeBackend } from './backend/fake';
import { specimens } from './backend/fake-content';
import {
  fakeJournal,
  type FakeBackups,
  type FakeHandbook,
  type FakeJournalOptions,
  type FakeLearned,
  type FakeLife,
  type FakeMachine,
  type FakeMirror,
  type FakeStore,
  type FakeWalkThroughs,
} from './backend/fake-journal';
import type { JournalCommands } from './backend/contract';
import { settled, TestClock } from './state/journal/testing';

/** A window with a person before it. */
export interface Window {
  clock: TestClock;
  backend: FakeBackend<JournalCommands>;
  store: FakeStore;
  backups: FakeBackups;
  machine: FakeMachine;
  life: FakeLife;
  mirror: FakeMirror;
  handbook: FakeHandbook;
  learned: FakeLearned;
  walkThroughs: FakeWalkThroughs;
  /** The button or choice with this text. */
  press(text: string): Promise<void>;
  key(key: string, modifiers?: KeyboardEventInit): Promise<void>;
  /** Types over what stands in the textarea. */
  write(text: string): HTMLTextAreaElement;
  textarea(): HTMLTextAreaElement;
  heading(): string;
}

let close: () => void = () => undefined;

beforeEach(() => {
  // happy-dom knows no fonts; the real window waits for its own.
  Object.defineProperty(document, 'fonts', {
    value: { ready: Promise.resolve() },
    configurable: true,
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(
        private readonly seen: (entries: { isIntersecting: boolean; target: Element }[]) => void,
      ) {}
      observe(target: Element): void {
        // Nothing scrolls here: a part of a list is seen, what comes after it is not.
        if (!('end' in (target as HTMLElement).dataset))
          queueMicrotask(() => this.seen([{ isIntersecting: true, target }]));
      }
      unobserve(): void {
        // What was seen is not seen again.
      }
      disconnect(): void {
        // Nothing is observed any more.
      }
    },
  );
});

afterEach(() => {
  close();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** Lets every answer that is ready reach the screen. */
export async function shown(): Promise<void> {
  await settled();
  // Screens that come when somebody goes there.
  await vi.dynamicImportSettled();
  await settled();
  flushSync();
  await tick();
  // The months go from below what was found once that was painted.
  while (document.querySelector('main .alone') !== null)
    await new Promise((resolve) => setTimeout(resolve));
}

/** All that can be read from the page, what stands in its fields included. */
export function page(): string {
  const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
  return [document.title, document.body.textContent, ...[...fields].map(({ value }) => value)].join(
    '\n',
  );
}

/** Opens the window; held back, it waits for its key. */
export async function open(options: FakeJournalOptions = {}, hold = false): Promise<Window> {
  const clock = new TestClock();
  const { backend, ...role } = fakeJournal({
    now: () => clock.now(),
    specimens,
    ...options,
  });
  if (hold) backend.hold('await_opening');
  const app = mount(JournalApp, { target: document.body, props: { backend, clock } });
  close = () => void unmount(app);
  await shown();

  const one = <E extends Element>(selector: string): E => {
    const found = document.querySelector<E>(selector);
    if (found === null) throw new Error(`there is a ${selector}`);
    return found;
  };
  return {
    clock,
    backend,
    ...role,
    async press(text) {
      const all = [...document.querySelectorAll<HTMLElement>('button, label')];
      const found =
        all.find((element) => element.textContent.trim() === text) ??
        all.find((element) => element.textContent.trim().startsWith(text));
      if (found === undefined) throw new Error(`there is nothing to press that says ${text}`);
      found.click();
      await shown();
    },
    async key(key, modifiers = {}) {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
      );
      await shown();
    },
    write(text) {
      const area = one<HTMLTextAreaElement>('textarea');
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
      return area;
    },
    textarea: () => one('textarea'),
    heading: () => one('h1').textContent,
  };
}

/** The modifier of most shortcuts. */
export const control = { ctrlKey: true };
