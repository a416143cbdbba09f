import { describe, expect, it } from 'vitest';

import { compareCatalogues, readCatalogue, typesOf, unusedOf } from './catalogue.mjs';

const read = (body: string, file = 'nl.ftl') => readCatalogue(file, `## Shared\n\n${body}`);

describe('a catalogue', () => {
  it('gives each message its variables, a number where it is counted', () => {
    const catalogue = read(
      'shared-many = { $count ->\n  [one] een\n *[other] { $count }\n } van { $name }\nshared-none = niets\n',
    );
    expect(catalogue.problems).toEqual([]);
    expect(typesOf(catalogue)).toContain(
      "  'shared-many': { count: number; name: string | number };",
    );
    expect(typesOf(catalogue)).toContain("  'shared-none': null;");
  });

  it('hands the variables of a quoted message on', () => {
    const catalogue = read('shared-a = { shared-b } en meer\nshared-b = { $day }\n');
    expect(typesOf(catalogue)).toContain("  'shared-a': { day: string | number };");
  });

  it('does not take the choices of a term for variables of a message', () => {
    const catalogue = read(
      '-resident = { $form ->\n *[one] { RESIDENT() ->\n  *[klant] klant\n  }\n  [many] klanten\n }\n' +
        'shared-a = een { -resident(form: "many") }\n',
    );
    expect(catalogue.problems).toEqual([]);
    expect(typesOf(catalogue)).toContain("  'shared-a': null;");
  });

  it('refuses a word that an organisation may call otherwise, but in the settings', () => {
    const term = '-resident = { RESIDENT() ->\n *[inwoner] inwoner\n  [klant] klant\n }\n';
    expect(read(`${term}shared-a = { -resident }, inwonertal\n`).problems).toEqual([]);
    expect(read(`${term}settings-inwoner = inwoner\n`).problems).toEqual([]);
    expect(read(`${term}shared-a = Elke Inwoner telt.\n`).problems).toEqual([
      'nl.ftl:7: shared-a says "Inwoner", which an organisation may call otherwise',
    ]);
  });

  it('leaves messages that only Rust uses out of the windows', () => {
    const catalogue = readCatalogue(
      'nl.ftl',
      '## Native (menus, window titles, command line)\n\nnative-quit = Sluit\n',
    );
    expect(typesOf(catalogue)).not.toContain('native-quit');
  });

  it.each([
    ['a line that cannot be read', 'shared-a = x\nthis is nothing\n', 'nl.ftl:4: '],
    ['a message that stands there twice', 'shared-a = x\nshared-a = y\n', 'nl.ftl:4: shared-a'],
    ['a term that is not there', 'shared-a = { -nobody }\n', 'nl.ftl:3: shared-a names a term'],
    [
      'a message that is not there',
      'shared-a = { shared-b }\n',
      'nl.ftl:3: shared-a names a message',
    ],
    [
      'a function nobody knows',
      'shared-a = { NOTHING() }\n',
      'nl.ftl:3: unknown function NOTHING()',
    ],
    ['a name without a prefix', 'show = Toon\n', 'nl.ftl:3: show needs a prefix'],
    ['an attribute', 'shared-a = x\n  .title = y\n', 'nl.ftl:3: shared-a has an attribute'],
  ])('refuses %s, with its line', (_, body, complaint) => {
    expect(read(body).problems.join('\n')).toContain(complaint);
  });

  it('refuses a message under no section', () => {
    expect(readCatalogue('nl.ftl', 'shared-a = x\n').problems).toEqual([
      'nl.ftl:1: shared-a stands under no "## section"',
    ]);
  });
});

describe('two languages', () => {
  const compare = (nl: string, en: string) => compareCatalogues(read(nl), read(en, 'en.ftl'));

  it('may differ in words only', () => {
    expect(compare('shared-a = { $n } dagen\n', 'shared-a = { $n } days\n')).toEqual([]);
  });

  it('must have the same messages', () => {
    expect(compare('shared-a = x\nshared-b = y\n', 'shared-a = x\nshared-c = z\n')).toEqual([
      'nl.ftl:4: shared-b is missing in en.ftl',
      'en.ftl:4: shared-c is missing in nl.ftl',
    ]);
  });

  it('must have the same variables', () => {
    expect(compare('shared-a = { $day }\n', 'shared-a = { $date }\n')).toEqual([
      'en.ftl:3: shared-a has variables $date (text), but $day (text) in nl.ftl',
    ]);
  });
});

it('finds messages that nothing names', () => {
  const catalogue = read('shared-a = x\nshared-b = x\nshared-c = { shared-d }\nshared-d = z\n');
  expect(unusedOf(catalogue, `t('shared-a'); id = "shared-c"; // shared-b`)).toEqual([
    'nl.ftl:4: shared-b is used nowhere',
  ]);
});
