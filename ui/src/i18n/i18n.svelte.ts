// The words of the windows, in the language and with the names of the organisation.
import { FluentBundle } from '@fluent/bundle';
import type { Pattern } from '@fluent/bundle/esm/ast.js';

import type { Language, ResidentWord, WorkerWord } from '../backend/contract';
import type { MessageId, Messages } from './messages';

/** A window fetches the words that it speaks, and no others. */
const catalogues: Record<Language, () => Promise<{ default: string }>> = {
  nl: () => import('../../../assets/i18n/nl.ftl'),
  en: () => import('../../../assets/i18n/en.ftl'),
};

/** What the bundle takes: the messages of a language, which were read when the window was built. */
function resource(catalogue: string) {
  const patterns = JSON.parse(catalogue) as Record<string, Pattern>;
  // The check of the catalogues refuses attributes.
  return { body: Object.entries(patterns).map(([id, value]) => ({ id, value, attributes: {} })) };
}

/** What the screen speaks. Everything shown through `t` follows a change by itself. */
class Speech {
  language = $state<Language>('nl');
  /** What the organisation calls a person on social assistance. */
  resident = $state<ResidentWord>('inwoner');
  /** What the organisation calls the person who writes here. */
  worker = $state<WorkerWord>('consulent');

  /** The words of each language that was fetched. */
  private learned = $state.raw<Partial<Record<Language, string>>>({});
  private wanted: Language = 'nl';

  /** Whether there are words for what the screen speaks. */
  get ready(): boolean {
    return this.learned[this.language] !== undefined;
  }

  /** Fetches the words of a language; they come with the program, so that they are there at once. */
  async learn(language: Language): Promise<void> {
    if (this.learned[language] !== undefined) return;
    const { default: catalogue } = await catalogues[language]();
    this.learned = { ...this.learned, [language]: catalogue };
  }

  /** Speaks a language from when its words are here; until then the screen stays as it is. */
  speak(language: Language): void {
    this.wanted = language;
    if (this.learned[language] !== undefined) this.language = language;
    else
      void this.learn(language).then(() => {
        if (this.wanted === language) this.language = language;
      });
  }

  readonly bundle = $derived.by(() => {
    const bundle = new FluentBundle(this.language, {
      // Dutch and English run the same way, so no isolation marks are needed.
      useIsolating: false,
      // A Fluent term cannot see a variable, but it can ask a function; `-resident` and `-worker`
      // choose their word this way, here and in Rust.
      functions: { RESIDENT: () => this.resident, WORKER: () => this.worker },
    });
    const catalogue = this.learned[this.language];
    if (catalogue !== undefined) bundle.addResource(resource(catalogue));
    return bundle;
  });
}

export const speech = new Speech();

type Variables<Id extends MessageId> = Messages[Id] extends null ? [] : [Messages[Id]];

/** The words of a message. Ids and variables are checked against the catalogue by the compiler. */
export function t<Id extends MessageId>(id: Id, ...[variables]: Variables<Id>): string {
  const pattern = speech.bundle.getMessage(id)?.value;
  // The build fails on a missing message or variable, so a fault here costs one word, not a screen.
  return pattern ? speech.bundle.formatPattern(pattern, variables ?? null, []) : id;
}
