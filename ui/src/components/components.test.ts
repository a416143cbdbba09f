// What the components promise to those who do not see them, and to the keyboard.
import {
  createRawSnippet,
  flushSync,
  mount,
  unmount,
  type Component,
  type ComponentProps,
} from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';

import AppearanceBar from './AppearanceBar.svelte';
import Dialog from './Dialog.svelte';
import Disclosure from './Disclosure.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Notice from './Notice.svelte';
import Progress from './Progress.svelte';
import PassphraseField from './PassphraseField.svelte';
import RadioCards from './RadioCards.svelte';
import SideNav from './SideNav.svelte';
import StepHeader from './StepHeader.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';
import { icons } from './icons';

const sources = import.meta.glob<string>(
  ['../**/*.svelte', '../**/*.ts', '!./icons.ts', '!../**/*.test.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

let mounted: Record<string, unknown>[] = [];

// Any component, with exactly the properties that it asks for.
function show<C extends Component<any>>(component: C, props: ComponentProps<C>) {
  mounted.push(mount(component, { target: document.body, props }));
  flushSync();
}

const text = (words: string) => createRawSnippet(() => ({ render: () => `<p>${words}</p>` }));

function find<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

/** The text that describes a control, as assistive technology gathers it. */
const description = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim())
    .join(' ');

afterEach(async () => {
  await Promise.all(mounted.map((component) => unmount(component)));
  mounted = [];
});

describe('a field', () => {
  it('has its label, hint and error, in words that belong to it', () => {
    show(TextField, { label: 'Naam', value: '', hint: 'Een schuilnaam', error: 'Te lang' });
    const input = find<HTMLInputElement>('input');
    expect(input.labels?.[0]?.textContent).toBe('Naam');
    expect(description(input)).toBe('Een schuilnaam Te lang');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('is not invalid while nothing is wrong', () => {
    show(TextField, { label: 'Naam', value: '' });
    expect(find('input').hasAttribute('aria-invalid')).toBe(false);
    expect(find('input').hasAttribute('aria-describedby')).toBe(false);
  });

  it('keeps its label where only the eye can do without', () => {
    show(TextArea, { label: 'Wat gebeurde er?', labelHidden: true, value: 'Mevrouw kwam binnen.' });
    const area = find<HTMLTextAreaElement>('textarea');
    expect(area.labels?.[0]?.textContent).toBe('Wat gebeurde er?');
    expect(area.value).toBe('Mevrouw kwam binnen.');
  });

  it('grows with its text through a copy that nobody hears', () => {
    show(TextArea, { label: 'Tekst', value: 'een\ntwee' });
    const copy = find('.copy');
    expect(copy.getAttribute('aria-hidden')).toBe('true');
    expect(copy.textContent).toContain('een\ntwee\n');
    const area = find<HTMLTextAreaElement>('textarea');
    area.value = 'een\ntwee\ndrie';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    expect(copy.textContent).toContain('drie');
  });
});

describe('a passphrase field', () => {
  it('hides what is typed until it is asked to show it', () => {
    show(PassphraseField, { label: 'Wachtzin', value: 'mist' });
    const input = find<HTMLInputElement>('input');
    const button = find('button');
    expect(input.type).toBe('password');
    expect(button.textContent?.replace(/\s+/g, ' ').trim()).toBe('Toon Wachtzin');
    button.click();
    flushSync();
    expect(input.type).toBe('text');
    expect(input.value).toBe('mist');
    expect(button.textContent).toContain('Verberg');
  });

  it('is left alone by what remembers and corrects', () => {
    show(PassphraseField, { label: 'Wachtzin', value: '' });
    expect(find('input').getAttribute('autocomplete')).toBe('off');
    expect(find('input').getAttribute('spellcheck')).toBe('false');
  });

  it('says that Caps Lock is on, while it is', () => {
    show(PassphraseField, { label: 'Wachtzin', value: '' });
    const press = (on: boolean) => {
      const event = new KeyboardEvent('keydown', { key: 'a', bubbles: true });
      vi.spyOn(event, 'getModifierState').mockImplementation((key) => key === 'CapsLock' && on);
      find('input').dispatchEvent(event);
      flushSync();
    };
    expect(find('[role=status]').textContent).toBe('');
    press(true);
    expect(find('[role=status]').textContent).toBe('Caps Lock staat aan.');
    press(false);
    expect(find('[role=status]').textContent).toBe('');
  });
});

describe('radio cards', () => {
  it('are a group with a name, and one choice', () => {
    const chosen = vi.fn();
    show(RadioCards<string>, {
      legend: 'Taal',
      value: 'nl',
      choices: [
        { value: 'nl', label: 'Nederlands' },
        { value: 'en', label: 'English', lang: 'en' },
      ],
      onchange: chosen,
    });
    expect(find('fieldset legend').textContent).toBe('Taal');
    const [dutch, english] = [...document.querySelectorAll<HTMLInputElement>('input')];
    expect([dutch?.checked, english?.checked]).toEqual([true, false]);
    english?.click();
    flushSync();
    expect(chosen).toHaveBeenCalledExactlyOnceWith('en');
    expect([dutch?.checked, english?.checked]).toEqual([false, true]);
    expect(english?.closest('label')?.lang).toBe('en');
  });
});

describe('focus', () => {
  it('comes to the heading of a new screen', () => {
    show(StepHeader, { title: 'Kies je wachtzin', step: 'Stap 1 van 3' });
    expect(document.activeElement?.textContent).toBe('Kies je wachtzin');
  });

  it('stays away from a heading whose screen has a better place', () => {
    show(StepHeader, { title: 'Welkom terug', focused: false });
    expect(document.activeElement).toBe(document.body);
  });

  it('goes to the list of errors, and from there to the field', () => {
    show(TextField, { label: 'Dag', value: '', id: 'day' });
    show(ErrorSummary, { problems: [{ field: 'day', message: 'Vul een dag in.' }] });
    expect(document.activeElement?.tagName).toBe('H2');
    find('a').click();
    expect(document.activeElement).toBe(find('input'));
  });
});

it('a notice interrupts only when it is told to', () => {
  show(Notice, { children: text('Alles is bewaard.') });
  expect(document.querySelector('[role]')).toBeNull();
  show(Notice, { kind: 'negative', live: 'alert', children: text('De schijf is vol.') });
  expect(find('[role=alert]').textContent).toContain('De schijf is vol.');
});

it('a disclosure says whether it is open, and holds nothing while closed', () => {
  show(Disclosure, { label: 'Meer', children: text('Uitleg') });
  const button = find('button');
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(document.body.textContent).not.toContain('Uitleg');
  button.click();
  flushSync();
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(
    document.getElementById(button.getAttribute('aria-controls') ?? '')?.textContent,
  ).toContain('Uitleg');
});

it('a dialog is modal, named by its title, and says when it was closed', () => {
  const closed = vi.fn();
  show(Dialog, {
    open: true,
    title: 'Nu wissen?',
    children: text('Dit kan niet terug.'),
    actions: text('knoppen'),
    onclose: closed,
  });
  const dialog = find<HTMLDialogElement>('dialog');
  expect(dialog.open).toBe(true);
  expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Nu wissen?',
  );
  dialog.close();
  flushSync();
  expect(closed).toHaveBeenCalledOnce();
});

it('the side bar marks where one is', () => {
  const selected = vi.fn();
  show(SideNav<string>, {
    label: 'Delen',
    items: [
      { id: 'today', label: 'Vandaag', icon: 'sun' },
      { id: 'bin', label: 'Prullenbak', icon: 'trash-2' },
    ],
    current: 'today',
    onselect: selected,
  });
  expect(find('[aria-current=page]').textContent).toBe('Vandaag');
  [...document.querySelectorAll('button')].at(-1)?.click();
  expect(selected).toHaveBeenCalledExactlyOnceWith('bin');
});

it('language and size of text change one step at a time', () => {
  const changed = vi.fn();
  show(AppearanceBar, {
    appearance: { language: 'nl', textSize: 'largest' },
    onchange: changed,
  });
  const press = (name: string) => find(`[aria-label="${name}"]`).click();
  press('Grotere tekst');
  expect(changed).toHaveBeenLastCalledWith({ language: 'nl', textSize: 'largest' });
  press('Kleinere tekst');
  expect(changed).toHaveBeenLastCalledWith({ language: 'nl', textSize: 'larger' });
  find('[lang=en]').click();
  expect(changed).toHaveBeenLastCalledWith({ language: 'en', textSize: 'largest' });
});

it('progress has a name, a figure only where there is one, and words that are heard', () => {
  show(Progress, { label: 'Voortgang', text: 'Er wordt gekopieerd.', percent: 42 });
  expect(find<HTMLProgressElement>('progress').value).toBe(42);
  expect(find('progress').getAttribute('aria-label')).toBe('Voortgang');
  expect(find('[role=status]').textContent).toBe('Er wordt gekopieerd.');
  show(Progress, { label: 'Voortgang', text: 'Er wordt geteld.' });
  expect([...document.querySelectorAll('progress')].at(-1)?.hasAttribute('value')).toBe(false);
});

it('every icon that is shipped is shown somewhere', () => {
  const code = Object.values(sources).join('\n');
  expect(code).toContain('<Icon');
  expect(Object.keys(icons).filter((name) => !new RegExp(`['"]${name}['"]`).test(code))).toEqual(
    [],
  );
});
