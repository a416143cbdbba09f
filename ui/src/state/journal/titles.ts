/**
 * What the window is called on each screen.
 *
 * It names the place or the step and never what is written: it is seen in the task bar.
 */
import { t } from '../../i18n/i18n.svelte';
import { titleOf } from './entry-words';
import { placeOf, type Route } from './routes';

/** The name of a screen. */
export function screenName(route: Route): string {
  switch (route.name) {
    case 'today':
      return t('journal-today');
    case 'new-contact':
      return t('contact-title');
    case 'entries':
      return t('journal-entries');
    case 'reading':
      return placeOf(route) === 'sheets' ? t('journal-sheets') : t('journal-entries');
    case 'lesson':
      return t('life-lesson-title');
    case 'learning':
      return t('journal-learning');
    case 'rules':
      return t('journal-rules');
    case 'twofold-words':
      return t('twofold-title');
    case 'own-trials':
    case 'new-own-trial':
    case 'own-trial':
      // Never the behaviour itself.
      return t('own-trial-title');
    case 'team-card':
    case 'team-card-shown':
      return t('team-card-title');
    case 'practice':
    case 'practice-round':
      return t('practice-title');
    case 'intervision':
    case 'intervision-round':
      return t('intervision-title');
    case 'walk-throughs':
    case 'walk-through':
    case 'walk-through-preview':
      return t('journal-walk-throughs');
    case 'tried':
      return t('journal-tried');
    case 'look-back':
      return t('look-back-title');
    case 'sheets':
    case 'new-sheet':
    case 'sheet-versions':
      return t('journal-sheets');
    case 'looking-back':
      return t('journal-looking-back');
    case 'handbook':
      return t('journal-handbook');
    case 'through-time':
      return t('through-title');
    case 'packs':
      return t('packs-title');
    case 'aliases':
    case 'alias':
      // Never the alias itself.
      return t('alias-title');
    case 'look-over':
      return t('privacy-look-title');
    case 'bin':
      return t('journal-bin');
    case 'settings':
      return t('journal-settings');
    case 'backups':
      return t('backups-title');
    case 'check':
      return t('check-title');
    case 'help':
      return t('journal-help');
    case 'writing':
      return titleOf(route.entry);
  }
}

/** The words of the button that leads back to a screen. */
export function backTo(route: Route | undefined): string {
  if (route === undefined) return t('reading-back');
  switch (route.name) {
    case 'entries':
      return t('reading-back');
    case 'alias':
      return route.view.alias;
    case 'reading':
      return t('through-back');
    case 'aliases':
      return t('alias-all');
    default:
      return screenName(route);
  }
}
