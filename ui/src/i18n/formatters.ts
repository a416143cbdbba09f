// The platform's formatters, each made once: making one takes longer than a hundred times using it,
// and a list of entries asks for thousands of days.
import type { Language } from '../backend/contract';
import { speech } from './i18n.svelte';

/** The calendar of the work is Dutch in either language: the day before the month, Monday first. */
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** A formatter of one kind for the chosen language and the options given. */
function kept<Options, Formatter>(
  make: (locale: string, options: Options) => Formatter,
): (options: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (options) => {
    const locale = locales[speech.language];
    const key = `${locale} ${JSON.stringify(options)}`;
    let formatter = made.get(key);
    if (formatter === undefined) made.set(key, (formatter = make(locale, options)));
    return formatter;
  };
}

/** Days. */
export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** "gisteren". */
export const relativeFormat = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);

/** Figures and sizes. */
export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** "a, b en c". */
export const listFormat = kept(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);
