// What the mirror shows, in the words of the chosen language.
import type { FindingKind, Instead, Weight } from '../backend/contract';
import { t } from './i18n.svelte';

/** "naam", "telefoonnummer" */
export function kindInWords(kind: FindingKind): string {
  switch (kind) {
    case 'bsn':
      return t('mirror-kind-bsn');
    case 'iban':
      return t('mirror-kind-iban');
    case 'phone':
      return t('mirror-kind-phone');
    case 'email':
      return t('mirror-kind-email');
    case 'postcode':
      return t('mirror-kind-postcode');
    case 'street':
      return t('mirror-kind-street');
    case 'birth-date':
      return t('mirror-kind-birth-date');
    case 'plate':
      return t('mirror-kind-plate');
    case 'case-number':
      return t('mirror-kind-case-number');
    case 'name':
      return t('mirror-kind-name');
    case 'alias':
      return t('mirror-kind-alias');
  }
}

/** What is put in the place of a finding: "[naam]", or the alias of the entry. */
export function wordsInstead(instead: Instead): string {
  switch (instead.kind) {
    case 'alias':
      return instead.alias;
    case 'name':
      return t('mirror-blank-name');
    case 'somebody':
      return t('mirror-somebody');
    case 'address':
      return t('mirror-blank-address');
    case 'blank':
      return t('mirror-blank');
  }
}

/** "gezondheid", "geloof" */
export function weightInWords(weight: Weight): string {
  switch (weight) {
    case 'health':
      return t('mirror-weight-health');
    case 'crime':
      return t('mirror-weight-crime');
    case 'faith':
      return t('mirror-weight-faith');
    case 'origin':
      return t('mirror-weight-origin');
  }
}
