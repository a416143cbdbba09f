// The words of the windows, in the language and with the names of the organisation.
import { FluentBundle } from '@fluent/bundle';
import type { Pattern } from '@fluent/bundle/esm/ast.js';

import english from '../../../assets/i18n/en.ftl';
import dutch from '../../../assets/i18n/nl.ftl';
import type { Language, ResidentWord, WorkerWord } from '../backend/contract';
import type { MessageId, Messages } from './messages';

const catalogues: Record<Language, string> = { nl: dutch, en: english };

/** What the bundle takes: the messages of a language, which were read when the window was built. */
function resource(language: Language) {
  const patterns = JSON.parse(catalogues[language]) as Record<string, Pattern>;
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

  readonly bundle = $derived.by(() => {
    const bundle = new FluentBundle(this.language, {
      // Dutch and English run the same way, so no isolation marks are needed.
      useIsolating: false,
      // A Fluent term cannot see a variable, but it can ask a function; `-resident` and `-worker`
      // choose their word this way, here and in Rust.
      functions: { RESIDENT: () => this.resident, WORKER: () => this.worker },
    });
    bundle.addResource(resource(this.language));
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
