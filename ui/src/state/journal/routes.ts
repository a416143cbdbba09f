/** The screens of the journal. A route holds what its screen shows; leaving it lets that go. */
import type { EntryId, EntryView } from '../../backend/contract';
import type { EntryState } from './entry.svelte';

/** Where a person is. */
export type Route =
  | { name: 'today' }
  | {
      name: 'new-contact';
      /** The kind that is chosen already. */
      kind?: string | undefined;
      /** The alias that is filled in already. */
      alias?: string | undefined;
    }
  | { name: 'writing'; entry: EntryState }
  | {
      name: 'entries';
      search: boolean;
      /** The entry that one comes back from: the list is as it was, and the focus is there. */
      from?: EntryId | undefined;
    }
  | { name: 'reading'; view: EntryView }
  | { name: 'bin' }
  | { name: 'settings' }
  | { name: 'backups' }
  | { name: 'help' };

/** The places of the navigation. */
export type Place = 'today' | 'entries' | 'bin' | 'settings' | 'help';

/** The place of the navigation that a route belongs to. */
export function placeOf(route: Route): Place {
  switch (route.name) {
    case 'today':
    case 'new-contact':
      return 'today';
    case 'writing':
    case 'entries':
    case 'reading':
      return 'entries';
    case 'bin':
      return 'bin';
    case 'settings':
    case 'backups':
      return 'settings';
    case 'help':
      return 'help';
  }
}
