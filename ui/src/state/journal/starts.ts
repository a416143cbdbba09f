/** How an entry is started. */
import type { StartEntry } from '../../backend/contract';

/** Nothing said: what is started says the rest. */
export const blankStart: StartEntry = {
  contact: null,
  sitting: null,
  form: 'free-page',
  sheet: null,
  question: null,
};
