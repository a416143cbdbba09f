/** The screens of the journal. A route holds what its screen shows; leaving it lets that go. */
import type { EntryView } from '../../backend/contract';
import type { EntryState } from './entry.svelte';

/** Where a person is. */
export type Route =
  | { name: 'today' }
  | { name: 'new-contact' }
  | { name: 'writing'; entry: EntryState }
  | { name: 'entries'; search: boolean }
  | { name: 'reading'; view: EntryView }
  | { name: 'bin' }
  | { name: 'settings'; help: boolean };

/** The places of the navigation. */
export type Place = 'today' | 'entries' | 'bin' | 'settings';

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
      return 'settings';
  }
}
