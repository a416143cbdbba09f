/** In which order forms are offered. Pure. */
import type { FormHead } from '../../backend/contract';

/** Forms of one theme. */
export interface FormGroup {
  /** The theme's name; none for those that stand under none. */
  readonly theme: string | null;
  readonly forms: readonly FormHead[];
}

/** How many are offered first: enough to choose from at a glance. */
const FEW = 4;

/**
 * The forms by what they are for, in the order of the packs, and before them those that a pack
 * offers first after a kind of contact. What is written before a contact is never one of those.
 */
export function groupsOf(
  forms: readonly FormHead[],
  kind: string | null,
): { first: readonly FormHead[]; themes: readonly FormGroup[] } {
  const themes = new Map<string | null, FormHead[]>();
  for (const form of forms) themes.set(form.theme, [...(themes.get(form.theme) ?? []), form]);
  // What stands under no theme comes last.
  const groups = [...themes].map(([theme, forms]) => ({ theme, forms }));
  return {
    first: forms
      .filter(({ kinds, about }) => kind !== null && about === 'contact' && kinds.includes(kind))
      .slice(0, FEW),
    themes: [
      ...groups.filter(({ theme }) => theme !== null),
      ...groups.filter(({ theme }) => theme === null),
    ],
  };
}

/** Characters that a sentence of a few words does not have. */
const SHORT = 45;

/**
 * How an explanation begins: a list needs no more, the sheet itself says the rest. One sentence; two
 * where the first is only a few words.
 */
export function beginningOf(text: string): string {
  const sentences = text.trim().match(/.+?[.!?](?=\s|$)\s*|.+$/gsu) ?? [];
  const [first = '', second = ''] = sentences;
  return (first.length < SHORT ? first + second : first).trim();
}
