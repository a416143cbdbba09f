/** The screens of the journal. A route holds what its screen shows; leaving it lets that go. */
import type {
  AliasErased,
  AliasView,
  Day,
  EntryId,
  EntryView,
  FormHead,
  LeavingRow,
  LookBackView,
  OnlyReading,
  OwnTrialView,
  QuestionKey,
  SheetVersion,
  ShownWalkThrough,
  ThroughTime,
  WalkThroughView,
} from '../../backend/contract';
import type { EntryState } from './entry.svelte';
import type { IntervisionRound } from './intervision.svelte';
import type { LookingBack } from './looking-back.svelte';
import type { PracticeRound } from './practice.svelte';

/** The place from which one came to the aliases, and to which one goes back. */
export type AliasesFrom = 'settings' | 'entries';

/** The parts of the handbook, in their order on the page. */
export type HandbookPart =
  | 'questions'
  | 'forms'
  | 'methods'
  | 'terms'
  | 'cases'
  | 'companion'
  | 'instruments'
  | 'sources'
  | 'about';

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
      /** Whether one came to go to a day. */
      jump?: boolean | undefined;
      /** What is looked for at once, asked elsewhere. */
      ask?: { text: string; from: Day | null; until: Day | null } | undefined;
    }
  | {
      name: 'reading';
      view: EntryView;
      /** The screen that one goes back to; the list of entries where there is none. */
      from?: Route | undefined;
      /** What was searched for, when one comes from a search. */
      find?: string | undefined;
    }
  | {
      /** Keeping the lesson of an entry that goes. */
      name: 'lesson';
      leaving: LeavingRow;
      view: EntryView;
      /** The page of an alias that one came from; Today where there is none. */
      from?: Route | undefined;
    }
  | { name: 'learning' }
  | { name: 'rules' }
  | { name: 'twofold-words' }
  | { name: 'own-trials' }
  | { name: 'new-own-trial' }
  | { name: 'own-trial'; view: OwnTrialView }
  | { name: 'team-card' }
  | { name: 'team-card-shown' }
  | {
      name: 'practice';
      /** The case that is chosen already, by its id. */
      case?: string | undefined;
    }
  | { name: 'practice-round'; round: PracticeRound }
  | {
      name: 'intervision';
      /** The method that is chosen already, by its id. */
      method?: string | undefined;
    }
  | { name: 'intervision-round'; round: IntervisionRound }
  | {
      name: 'walk-throughs';
      /** Entries are being chosen: for a new one, or for one that is being prepared. */
      choosing?: true | WalkThroughView | undefined;
      /** The entry that is chosen already. */
      entry?: EntryId | undefined;
    }
  | {
      /** Preparing one, or reading how one went. */
      name: 'walk-through';
      view: WalkThroughView;
    }
  | {
      /** Exactly what will be seen, page by page. */
      name: 'walk-through-preview';
      view: WalkThroughView;
      shown: ShownWalkThrough;
    }
  | { name: 'tried' }
  | {
      /** A day has come at which one looks back on a sheet. */
      name: 'look-back';
      lookBack: LookBackView;
      entry: EntryState;
      /** The screen that one goes back to. */
      from: Route;
    }
  | { name: 'sheets' }
  | {
      /** Whom a new sheet is about. */
      name: 'new-sheet';
      form: FormHead;
      /** The kind of contact that is chosen already. */
      kind?: string | undefined;
      /** The alias that is filled in already. */
      alias?: string | undefined;
    }
  | {
      /** All own sheets of one form, beside each other. */
      name: 'sheet-versions';
      form: FormHead;
      sheets: readonly SheetVersion[];
    }
  | {
      /** What returns in what one wrote. */
      name: 'looking-back';
      /** What was opened there, where one comes back to it; nothing where one goes there anew. */
      visit?: LookingBack | undefined;
      /** What one comes back from, by the key of its row: the focus is there. */
      at?: string | undefined;
    }
  | {
      name: 'handbook';
      /** The part that is shown; the questions where none is named. */
      part?: HandbookPart | undefined;
      /** The theme that is open. */
      theme?: string | undefined;
      /** The question that one comes back from: it is open, and the focus is there. */
      question?: QuestionKey | undefined;
    }
  | {
      /** All own answers to one question. */
      name: 'through-time';
      question: QuestionKey;
      through: ThroughTime;
      /** The screen that one goes back to. */
      from: Route;
      /** The entry that one comes back from: the focus is there. */
      at?: EntryId | undefined;
    }
  | { name: 'packs' }
  | {
      name: 'aliases';
      from: AliasesFrom;
      /** The alias that was erased just now, and what came of it. */
      erased?: ({ alias: string } & AliasErased) | undefined;
    }
  | { name: 'alias'; view: AliasView; from: AliasesFrom }
  | { name: 'look-over' }
  | { name: 'bin' }
  | { name: 'settings' }
  | { name: 'backups' }
  | { name: 'help' }
  | {
      name: 'check';
      /** The place that one comes from, and goes back to. */
      from: 'settings' | 'help';
    };

/** Reading one entry. */
export type Reading = Extract<Route, { name: 'reading' }>;

/** The places of the navigation. */
export type Place =
  | 'today'
  | 'entries'
  | 'tried'
  | 'sheets'
  | 'looking-back'
  | 'learning'
  | 'handbook'
  | 'walk-throughs'
  | 'bin'
  | 'settings'
  | 'help';

/** The place of the navigation that a route belongs to. */
export function placeOf(route: Route): Place {
  switch (route.name) {
    case 'today':
    case 'new-contact':
      return 'today';
    case 'lesson':
      return route.from === undefined ? 'today' : placeOf(route.from);
    case 'writing':
      return route.entry.form === 'sheet' ? 'sheets' : 'entries';
    case 'entries':
      return 'entries';
    case 'reading':
      return route.from === undefined ? 'entries' : placeOf(route.from);
    case 'learning':
    case 'rules':
    case 'twofold-words':
    case 'own-trials':
    case 'new-own-trial':
    case 'own-trial':
    case 'team-card':
    case 'team-card-shown':
    case 'practice':
    case 'practice-round':
    case 'intervision':
    case 'intervision-round':
      return 'learning';
    case 'walk-throughs':
    case 'walk-through':
    case 'walk-through-preview':
      return 'walk-throughs';
    case 'tried':
      return 'tried';
    case 'sheets':
    case 'new-sheet':
    case 'sheet-versions':
      return 'sheets';
    case 'looking-back':
      return 'looking-back';
    case 'handbook':
      return 'handbook';
    case 'look-back':
    case 'through-time':
      return placeOf(route.from);
    case 'aliases':
    case 'alias':
      return route.from;
    case 'bin':
      return 'bin';
    case 'settings':
    case 'backups':
    case 'look-over':
    case 'packs':
      return 'settings';
    case 'help':
      return 'help';
    case 'check':
      return route.from;
  }
}

/**
 * Where a route leads while a journal is only read: to reading in the place of Today, and nowhere
 * in the place of writing. A backup that is looked into has no settings and no backups either.
 */
export function whileReading(route: Route, onlyReading: OnlyReading | null): Route | null {
  if (onlyReading === null) return route;
  switch (route.name) {
    case 'today':
      return { name: 'entries', search: false };
    case 'new-contact':
    case 'writing':
    case 'lesson':
    case 'look-over':
    case 'look-back':
    case 'new-sheet':
    case 'new-own-trial':
    case 'walk-through-preview':
      return null;
    case 'walk-throughs':
      // Nothing is chosen to be shown.
      return { name: 'walk-throughs' };
    case 'settings':
    case 'backups':
    case 'packs':
      return onlyReading.kind === 'trial' ? null : route;
    case 'entries':
    case 'reading':
    case 'learning':
    case 'rules':
    case 'twofold-words':
    case 'own-trials':
    case 'own-trial':
    case 'team-card':
    case 'team-card-shown':
    case 'practice':
    case 'practice-round':
    case 'intervision':
    case 'intervision-round':
    case 'walk-through':
    case 'tried':
    case 'sheets':
    case 'sheet-versions':
    case 'looking-back':
    case 'handbook':
    case 'through-time':
    case 'bin':
    case 'help':
      return route;
    case 'aliases':
    case 'alias':
      return onlyReading.kind === 'trial' ? { ...route, from: 'entries' } : route;
    case 'check':
      // It is about the machine, so it is there whatever is read; a backup has no settings to go back to.
      return onlyReading.kind === 'trial' ? { name: 'check', from: 'help' } : route;
  }
}

/** Whether the navigation has a place while a journal is only read. */
export function hasPlace(place: Place, onlyReading: OnlyReading | null): boolean {
  if (onlyReading === null) return true;
  return place !== 'today' && (place !== 'settings' || onlyReading.kind !== 'trial');
}

/**
 * Whether others look along: nothing of the journal is shown then, neither its places nor what can
 * be reached by a key.
 */
export function isStage(route: Route): boolean {
  return (
    route.name === 'team-card-shown' ||
    route.name === 'practice-round' ||
    route.name === 'intervision-round' ||
    route.name === 'walk-through-preview'
  );
}
