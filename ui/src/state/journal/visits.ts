/** What a screen asks for when a person comes to it. */
import type { OpenJournal } from './open-journal.svelte';
import type { Route } from './routes';

/**
 * Asks for what a screen shows. What depends on an entry waits until that one was left, so that it
 * knows what was written there.
 */
export function visit(journal: OpenJournal, route: Route, left: Promise<unknown>): void {
  // What was looked for is known for as long as one can go back to it, and no longer.
  if (!leadsToList(route)) journal.search.clear();
  switch (route.name) {
    case 'today':
      void left.then(() =>
        Promise.all([journal.list.refresh(), journal.returning.refresh(), journal.tried.refresh()]),
      );
      break;
    case 'entries':
      // Whoever comes back from reading changed nothing, and finds all the rows of before.
      if (route.from !== undefined) break;
      if (route.ask) {
        const { text, from, until } = route.ask;
        void left.then(() => journal.search.lookFor(text, { from, until }));
      } else if (!route.search) journal.search.clear();
      void left.then(() => journal.months.refresh());
      break;
    case 'new-contact':
      void journal.loadAliases();
      // The sheets that fit stand under it.
      void journal.handbook.load();
      break;
    case 'bin':
      void journal.attempt(() => journal.bin.load());
      break;
    case 'rules':
      // Sentences to begin with, and roles to choose from, come from the handbook.
      void Promise.all([journal.rules.load(), journal.handbook.load()]);
      break;
    case 'twofold-words':
      void Promise.all([journal.twofold.load(), journal.handbook.load()]);
      break;
    case 'own-trials':
      void journal.ownTrials.load();
      break;
    case 'team-card':
      void Promise.all([journal.teamCard.load(), journal.handbook.load()]);
      break;
    case 'practice':
    case 'intervision':
      void journal.handbook.load();
      break;
    case 'aliases':
      void journal.aliasPages.load();
      break;
    case 'tried':
      void left.then(() => journal.tried.load());
      break;
    case 'handbook':
    case 'sheets':
      void journal.handbook.load();
      break;
    case 'packs':
      void journal.packs.visit();
      break;
    case 'through-time':
      // Whoever comes back from an entry may have changed it.
      if (route.at !== undefined) void left.then(() => journal.handbook.showAgain(route));
      break;
    case 'settings':
    case 'backups':
      if (route.name === 'settings' && journal.onlyReading === null) void journal.spared.load();
      // What was pointed at and not used is forgotten with the visit.
      journal.backups.chosen = null;
      if (journal.onlyReading?.kind !== 'trial') void journal.attempt(() => journal.backups.load());
      break;
    case 'check':
      void journal.selfCheck.visit();
      break;
    case 'new-sheet':
      if (route.form.about !== 'nobody') void journal.loadAliases();
      break;
    // The others show what they were opened with.
    default:
      break;
  }
}

/** Whether one is in the list, or reads an entry and goes back to it. */
function leadsToList(route: Route): boolean {
  if (route.name !== 'reading') return route.name === 'entries';
  return route.from === undefined || leadsToList(route.from);
}
