/** The quiet line about what was just done, and its words. */
import type {
  AliasErased,
  Day,
  EntryId,
  ErasedEverywhere,
  IntentionView,
  LookBackView,
} from '../../backend/contract';
import { dayInFull } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';
import { ownTrialSaid, type OwnTrialDeed } from './own-trial-words';

/** What was just done. */
export type Said =
  | { kind: 'saved-already' }
  | { kind: 'done' }
  | { kind: 'restored' }
  | { kind: 'erased' }
  | { kind: 'erased-everywhere'; erased: ErasedEverywhere }
  | { kind: 'settings-kept' }
  | { kind: 'entry-changed' }
  | { kind: 'backup-made' }
  | { kind: 'place-used' }
  | { kind: 'place-forgotten' }
  | { kind: 'store-accepted' }
  | { kind: 'pack-added'; name: string }
  | { kind: 'pack-replaced'; name: string; version: string }
  | { kind: 'pack-on'; name: string }
  | { kind: 'pack-off'; name: string }
  | { kind: 'pack-removed'; name: string }
  | { kind: 'lesson-kept' }
  | { kind: 'kept-a-year' }
  | { kind: 'terms-ended' }
  | { kind: 'rule-kept' }
  | { kind: 'rule-changed' }
  | { kind: 'rule-dropped' }
  | { kind: 'rule-taken-up' }
  | { kind: 'rule-erased' }
  | { kind: 'wording-erased' }
  | { kind: 'twofold-kept' }
  | { kind: 'twofold-changed' }
  | { kind: 'twofold-erased' }
  | { kind: 'point-kept' }
  | { kind: 'point-changed' }
  | { kind: 'point-discussed' }
  | { kind: 'point-back' }
  | { kind: 'point-erased' }
  | { kind: 'walk-through-erased' }
  | { kind: 'word-forgotten'; word: string }
  | { kind: 'alias-renamed' }
  | { kind: 'aliases-merged'; alias: string }
  | { kind: 'alias-closed' }
  | { kind: 'alias-opened' }
  | { kind: 'alias-quiet' }
  | { kind: 'alias-heard' }
  | { kind: 'alias-erased'; alias: string; erased: AliasErased }
  | { kind: 'let-go'; intention: IntentionView }
  | { kind: 'look-back-let-go'; lookBack: LookBackView }
  | { kind: 'look-back-later'; day: Day }
  | { kind: 'stage-first' }
  | { kind: 'own-trial'; did: OwnTrialDeed }
  | { kind: 'in-bin'; entry: EntryId };

const STAYING: ReadonlySet<Said['kind']> = new Set([
  'in-bin',
  'let-go',
  'look-back-let-go',
  'done',
  'erased-everywhere',
  'alias-erased',
  // It was not asked for just now, and may be said while nobody looks.
  'terms-ended',
]);

/** Whether it is said until one goes elsewhere: there is something to press, or more to read. */
export function stays({ kind }: Said): boolean {
  return STAYING.has(kind);
}

/** Its words. */
export function saidText(said: Said): string {
  switch (said.kind) {
    case 'saved-already':
      return t('journal-said-saved');
    case 'done':
      return t('journal-said-done');
    case 'restored':
      return t('journal-said-restored');
    case 'erased':
      return t('journal-said-erased');
    case 'settings-kept':
      return t('journal-said-settings');
    case 'in-bin':
      return t('journal-said-in-bin');
    case 'entry-changed':
      return t('journal-said-changed');
    case 'let-go':
      return t('journal-said-let-go');
    case 'look-back-let-go':
      return t('journal-said-let-go');
    case 'look-back-later':
      return t('look-back-said-later', { day: dayInFull(said.day) });
    case 'stage-first':
      return t('stage-first');
    case 'own-trial':
      return ownTrialSaid(said.did);
    case 'backup-made':
      return t('journal-said-backup');
    case 'place-used':
      return t('journal-said-place');
    case 'place-forgotten':
      return t('journal-said-place-forgotten');
    case 'store-accepted':
      return t('journal-said-accepted');
    case 'pack-added':
      return t('packs-said-added', { name: said.name });
    case 'pack-replaced':
      return t('packs-said-replaced', { name: said.name, version: said.version });
    case 'pack-on':
      return t('packs-said-on', { name: said.name });
    case 'pack-off':
      return t('packs-said-off', { name: said.name });
    case 'pack-removed':
      return t('packs-said-removed', { name: said.name });
    case 'lesson-kept':
      return t('life-said-lesson');
    case 'kept-a-year':
      return t('life-said-year');
    case 'terms-ended':
      return t('life-said-ended');
    case 'rule-kept':
      return t('rule-said-kept');
    case 'rule-changed':
      return t('rule-said-changed');
    case 'rule-dropped':
      return t('rule-said-dropped');
    case 'rule-taken-up':
      return t('rule-said-taken-up');
    case 'rule-erased':
      return t('rule-said-erased');
    case 'wording-erased':
      return t('rule-said-wording-erased');
    case 'twofold-kept':
      return t('twofold-said-kept');
    case 'twofold-changed':
      return t('twofold-said-changed');
    case 'twofold-erased':
      return t('twofold-said-erased');
    case 'point-kept':
      return t('team-card-said-kept');
    case 'point-changed':
      return t('team-card-said-changed');
    case 'point-discussed':
      return t('team-card-said-discussed');
    case 'point-back':
      return t('team-card-said-back');
    case 'point-erased':
      return t('team-card-said-erased');
    case 'walk-through-erased':
      return t('walk-said-erased');
    case 'word-forgotten':
      return t('privacy-said-forgotten', { word: said.word });
    case 'alias-renamed':
      return t('alias-said-renamed');
    case 'aliases-merged':
      return t('alias-said-merged', { alias: said.alias });
    case 'alias-closed':
      return t('alias-said-closed');
    case 'alias-opened':
      return t('alias-said-opened');
    case 'alias-quiet':
      return t('alias-said-quiet');
    case 'alias-heard':
      return t('looking-quiet-ended');
    case 'alias-erased':
      return [`${t('alias-erased', { alias: said.alias })}.`, ...erasedAlias(said.erased)].join(
        ' ',
      );
    case 'erased-everywhere': {
      const { rewritten, left, outOfReach } = said.erased;
      return [
        t('journal-said-erased-everywhere', { rewritten }),
        left > 0 ? t('journal-said-erased-left', { left }) : '',
        outOfReach ? t('journal-said-erased-out-of-reach') : '',
      ]
        .filter(Boolean)
        .join(' ');
    }
  }
}

/** What came of erasing an alias, a sentence each. */
export function erasedAlias({ everywhere, stillNamed }: AliasErased): string[] {
  const { rewritten, left, outOfReach } = everywhere;
  return [
    t('alias-erased-backups', { rewritten }),
    left > 0 ? t('alias-erased-left', { left }) : '',
    outOfReach ? t('alias-erased-out-of-reach') : '',
    t('alias-erased-elsewhere'),
    stillNamed ? t('alias-erased-named') : '',
  ].filter(Boolean);
}
