// What can be chosen, and taken back.
import { flushSync, mount, unmount, type Component, type ComponentProps } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';

import Checkbox from './Checkbox.svelte';
import SoftChoices from './SoftChoices.svelte';

let mounted: Record<string, unknown> | undefined;

// Any component, with exactly the properties that it asks for.
function show<C extends Component<any>>(component: C, props: ComponentProps<C>) {
  mounted = mount(component, { target: document.body, props });
  flushSync();
}

afterEach(async () => {
  if (mounted) await unmount(mounted);
});

describe('soft choices', () => {
  const pressed = () =>
    [...document.querySelectorAll('button')].map((button) => button.getAttribute('aria-pressed'));
  const press = (at: number) => {
    document.querySelectorAll('button')[at]?.click();
    flushSync();
  };

  it('have none at first, one at a time, and none again', () => {
    const choices = [
      { value: 'calm', label: 'Rustig' },
      { value: 'angry', label: 'Boos' },
    ];
    show(SoftChoices, { legend: 'Hoe zit je erbij?', choices, value: null });
    expect(pressed()).toEqual(['false', 'false']);
    press(1);
    expect(pressed()).toEqual(['false', 'true']);
    press(0);
    expect(pressed()).toEqual(['true', 'false']);
    press(0);
    expect(pressed()).toEqual(['false', 'false']);
    expect(document.querySelector('fieldset legend')?.textContent).toBe('Hoe zit je erbij?');
  });
});

describe('a checkbox', () => {
  it('has its label and what it means', () => {
    show(Checkbox, { label: 'Bewaar', hint: 'Anders niet.', checked: false });
    const box = document.querySelector<HTMLInputElement>('input[type=checkbox]');
    expect(box?.labels?.[0]?.textContent.trim()).toBe('Bewaar');
    const described = document.getElementById(box?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('Anders niet.');
    box?.click();
    flushSync();
    expect(box?.checked).toBe(true);
  });
});
