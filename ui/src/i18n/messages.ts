// Generated from assets/i18n/nl.ftl and en.ftl by `npm run messages`. Do not edit.

/** The variables of each message of the windows; null where it has none. */
export interface Messages {
  'shared-app': null;
  'shared-show': null;
  'shared-caps-lock': null;
  'shared-errors': null;
}

/** The name of a message. */
export type MessageId = keyof Messages;
