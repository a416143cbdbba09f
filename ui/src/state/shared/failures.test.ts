import { afterEach, describe, expect, it } from 'vitest';

import type { Failure } from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { failureText, sayingOf } from './failures';

/** One of each, with the data that it carries; a new code does not compile until it stands here. */
const each: { [Code in Failure['code']]: Extract<Failure, { code: Code }>[] } = {
  'wrong-passphrase': [{ code: 'wrong-passphrase' }],
  'wrong-recovery-key': [{ code: 'wrong-recovery-key' }],
  'unreadable-recovery-key': [
    { code: 'unreadable-recovery-key', part: 'length' },
    { code: 'unreadable-recovery-key', part: 'character' },
    { code: 'unreadable-recovery-key', part: 'checksum' },
  ],
  'passphrase-too-short': [{ code: 'passphrase-too-short', least: 12 }],
  'groups-differ': [{ code: 'groups-differ' }],
  'slots-damaged': [
    { code: 'slots-damaged', previousUsable: true },
    { code: 'slots-damaged', previousUsable: false },
  ],
  'slots-missing': [{ code: 'slots-missing' }],
  'store-missing': [{ code: 'store-missing' }],
  'store-damaged': [{ code: 'store-damaged' }],
  'newer-format': [{ code: 'newer-format' }],
  'already-set-up': [{ code: 'already-set-up' }],
  'folder-not-writable': [{ code: 'folder-not-writable' }],
  'disk-full': [{ code: 'disk-full' }],
  'not-enough-memory': [{ code: 'not-enough-memory' }],
  'out-of-turn': [{ code: 'out-of-turn' }],
  'entry-gone': [{ code: 'entry-gone' }],
  'entry-in-bin': [{ code: 'entry-in-bin' }],
  'answer-gone': [{ code: 'answer-gone' }],
  'text-too-long': [{ code: 'text-too-long', most: 65536 }],
  'alias-unusable': [{ code: 'alias-unusable' }],
  'alias-gone': [{ code: 'alias-gone' }],
  'alias-taken': [{ code: 'alias-taken' }],
  'rule-unusable': [{ code: 'rule-unusable' }],
  'rule-gone': [{ code: 'rule-gone' }],
  'own-trial-unusable': [{ code: 'own-trial-unusable' }],
  'own-trial-gone': [{ code: 'own-trial-gone' }],
  'own-trial-ended': [{ code: 'own-trial-ended' }],
  'own-trial-fixed': [
    { code: 'own-trial-fixed', part: 'scale' },
    { code: 'own-trial-fixed', part: 'better' },
  ],
  'phase-in-use': [{ code: 'phase-in-use' }],
  'value-off-scale': [{ code: 'value-off-scale', most: 10 }],
  'day-out-of-reach': [{ code: 'day-out-of-reach' }],
  'twofold-word-unusable': [{ code: 'twofold-word-unusable' }],
  'twofold-word-gone': [{ code: 'twofold-word-gone' }],
  'team-point-unusable': [{ code: 'team-point-unusable' }],
  'team-point-gone': [{ code: 'team-point-gone' }],
  'walk-through-gone': [{ code: 'walk-through-gone' }],
  'walk-through-shown': [{ code: 'walk-through-shown' }],
  'walk-through-unusable': [{ code: 'walk-through-unusable' }],
  'preview-needed': [{ code: 'preview-needed' }],
  'walk-through-full': [{ code: 'walk-through-full', most: 50 }],
  'walk-through-too-long': [{ code: 'walk-through-too-long' }],
  'period-unusable': [{ code: 'period-unusable' }],
  'passage-moved': [{ code: 'passage-moved' }],
  'own-question-unusable': [{ code: 'own-question-unusable' }],
  'unknown-form': [{ code: 'unknown-form' }],
  'unknown-question': [{ code: 'unknown-question' }],
  'look-back-gone': [{ code: 'look-back-gone' }],
  'pack-gone': [{ code: 'pack-gone' }],
  'pack-not-at-hand': [{ code: 'pack-not-at-hand' }],
  'form-without-person': [{ code: 'form-without-person' }],
  'unknown-kind': [{ code: 'unknown-kind' }],
  'only-reading': [{ code: 'only-reading' }],
  'older-format': [{ code: 'older-format' }],
  'not-sound': [{ code: 'not-sound' }],
  'backup-under-way': [{ code: 'backup-under-way' }],
  'backup-gone': [{ code: 'backup-gone' }],
  'backup-damaged': [{ code: 'backup-damaged' }],
  'backup-of-other-key': [{ code: 'backup-of-other-key' }],
  'place-gone': [{ code: 'place-gone' }],
  'place-not-writable': [{ code: 'place-not-writable' }],
  'page-not-saved': [{ code: 'page-not-saved' }],
  'setting-out-of-bounds': [{ code: 'setting-out-of-bounds' }],
  internal: [{ code: 'internal', incident: 123456 }],
};
const all = Object.values(each).flat();

afterEach(() => {
  speech.language = 'nl';
});

describe.each(['nl', 'en'] as const)('failures in %s', (language) => {
  it('each have words of their own, with everything filled in', () => {
    speech.language = language;
    const texts = all.map(failureText);
    expect(new Set(texts).size).toBe(all.length);
    for (const text of texts) {
      expect(text).toMatch(/[.]$/);
      expect(text).not.toMatch(/\{|failure-/);
    }
  });
});

it('says numbers as a person would need them', () => {
  expect(failureText({ code: 'passphrase-too-short', least: 12 })).toContain('12 tekens');
  expect(failureText({ code: 'text-too-long', most: 65536 })).toContain('65.536');
  // The incident's number is a name to look for, not an amount.
  expect(failureText({ code: 'internal', incident: 123456 })).toContain('123456');
});

it('keeps damage and a slip apart', () => {
  expect(sayingOf({ code: 'wrong-passphrase' }).severity).toBe('info');
  expect(sayingOf({ code: 'slots-damaged', previousUsable: true }).severity).toBe('negative');
});
