import { describe, expect, it } from 'vitest';

import { inWords } from './entry-words';

describe('an id of a pack that is gone', () => {
  it('is said in words', () => {
    expect(inWords('wijkspreekuur-noord')).toBe('Wijkspreekuur noord');
    expect(inWords('')).toBe('');
  });
});
