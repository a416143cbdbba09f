import { describe, expect, it } from 'vitest';

import type { BackupNews, BackupRow, Moment } from '../../backend/contract';
import { linesOf } from './backups.svelte';
import { opened, settled } from './testing';

const row = (
  name: string,
  place: BackupRow['backup']['place'],
  kind: BackupRow['inside']['kind'] = 'counted',
): BackupRow => ({
  backup: { place, name },
  madeAt: '2026-11-21T09:00:00+01:00' as never,
  bytes: 1_000,
  inside:
    kind === 'counted'
      ? { kind, entries: 7, checkedAt: '2026-11-21T09:00:02+01:00' as never }
      : { kind },
});
const underWay = (percent: number): BackupNews => ({
  kind: 'under-way',
  progress: { kind: 'copying', percent },
});

describe('the lines of the list', () => {
  it('are one for a backup that lies at both places, and the near one is used', () => {
    const lines = linesOf([row('b', 'second'), row('b', 'here'), row('a', 'here')]);
    expect(lines.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(lines[0]?.copies.map(({ place }) => place)).toEqual(['here', 'second']);
    expect(lines[0]?.good?.backup).toEqual({ place: 'here', name: 'b' });
  });

  it('use the copy that is good where the other is damaged', () => {
    const [line] = linesOf([row('a', 'here', 'damaged'), row('a', 'second')]);
    expect(line?.good?.backup).toEqual({ place: 'second', name: 'a' });
    expect(line?.copies[0]?.inside.kind).toBe('damaged');
  });

  it('offer nothing of what cannot be opened', () => {
    for (const kind of ['damaged', 'other-key', 'newer'] as const)
      expect(linesOf([row('a', 'here', kind)])[0]?.good).toBeNull();
  });

  it('keep the backup of another journal apart, whatever its name', () => {
    expect(linesOf([row('a', 'here'), row('a', 'second', 'other-key')])).toHaveLength(2);
  });
});

describe('a backup under way', () => {
  it('shows how far it is, as it is told', async () => {
    const { journal, store } = await opened();
    expect(journal.backups.progress).toBeNull();
    store.tell({ kind: 'backup', news: underWay(60) });
    await settled();
    expect(journal.backups.progress).toEqual({ kind: 'copying', percent: 60 });
    store.tell({ kind: 'backup', news: { kind: 'under-way', progress: { kind: 'checking' } } });
    await settled();
    expect(journal.backups.progress).toEqual({ kind: 'checking' });
    store.tell({ kind: 'backup', news: { kind: 'made' } });
    await settled();
    expect(journal.backups.progress).toBeNull();
  });

  it('shows to who comes to look while it goes on', async () => {
    const { journal, backups } = await opened();
    backups.underWay = { kind: 'second-place' };
    journal.go({ name: 'backups' });
    await settled();
    expect(journal.backups.progress).toEqual({ kind: 'second-place' });
  });

  it('is over when it is said to be, whatever an older answer says', async () => {
    const { journal, backend, backups } = await opened();
    backups.underWay = { kind: 'checking' };
    const late = structuredClone(backups.list);
    const answers = [Promise.resolve(late)];
    const call = backend.call.bind(backend);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    backend.call = (async (command: never, request: never) => {
      const first = command === 'list_backups' ? answers.shift() : undefined;
      if (first === undefined) return call(command, request);
      await held;
      return first;
    }) as never;
    journal.go({ name: 'backups' });
    backups.underWay = null;
    journal.backups.heard({ kind: 'made' });
    await settled();
    release();
    await settled();
    expect(journal.backups.progress).toBeNull();
    expect(journal.backups.lines).toEqual([]);
  });

  it('can be asked for again where nothing came of the first time', async () => {
    const { journal, backend, backups } = await opened();
    backups.make = () => undefined;
    await journal.backups.make();
    await journal.backups.make();
    expect(backend.requests('make_backup')).toHaveLength(2);
    journal.backups.heard(underWay(3));
    await journal.backups.make();
    expect(backend.requests('make_backup')).toHaveLength(2);
  });

  it('is begun once for two quick presses, and again after a refusal', async () => {
    const { journal, backend } = await opened();
    backend.failNext('make_backup', { code: 'not-sound' });
    await journal.backups.make();
    expect(journal.failure).toEqual({ code: 'not-sound' });
    backend.hold('make_backup');
    const both = [journal.backups.make(), journal.backups.make()];
    backend.release('make_backup');
    await Promise.all(both);
    expect(backend.requests('make_backup')).toHaveLength(2);
  });

  it('is the one that was asked for, also for who presses again before anything is told of it', async () => {
    const { journal, store, backend, backups } = await opened();
    backups.make = () => undefined;
    await journal.backups.make();
    backend.failNext('make_backup', { code: 'backup-under-way' });
    await journal.backups.make();
    expect(journal.failure).toBeNull();
    store.tell({ kind: 'backup', news: { kind: 'made' } });
    await settled();
    expect(journal.said).toEqual({ kind: 'backup-made' });
  });

  it('is told to be under way to who did not ask for that one', async () => {
    const { journal, store, backend } = await opened();
    backend.failNext('make_backup', { code: 'backup-under-way' });
    await journal.backups.make();
    expect(journal.failure).toEqual({ code: 'backup-under-way' });
    store.tell({ kind: 'backup', news: { kind: 'made' } });
    await settled();
    expect(journal.said).toBeNull();
  });

  it('stands in the list once it is made, and who asked for it hears so', async () => {
    const { journal, backend } = await opened();
    journal.go({ name: 'backups' });
    await settled();
    await journal.backups.make();
    await settled();
    expect(journal.backups.lines).toHaveLength(1);
    expect(journal.said).toEqual({ kind: 'backup-made' });
    expect(backend.requests('list_backups')).toHaveLength(2);
  });

  it('says nothing of one that was made by itself', async () => {
    const { journal, store, backend } = await opened();
    store.tell({ kind: 'backup', news: { kind: 'made' } });
    await settled();
    expect(journal.said).toBeNull();
    expect(backend.commands).not.toContain('list_backups');
  });
});

describe('a backup that could not be made', () => {
  const told = async (news: BackupNews) => {
    const all = await opened();
    all.store.tell({ kind: 'backup', news });
    await settled();
    return all;
  };

  it('is no alarm, and is over with the next that is made', async () => {
    const { journal, store } = await told({ kind: 'not-made', failure: { code: 'disk-full' } });
    expect(journal.backups.trouble).toEqual({ where: 'here', failure: { code: 'disk-full' } });
    expect(journal.failure).toBeNull();
    store.tell({ kind: 'backup', news: { kind: 'made' } });
    await settled();
    expect(journal.backups.trouble).toBeNull();
  });

  it('stays named when it is a former one that is no longer good, also when a new one is made', async () => {
    const madeAt = '2026-11-14T09:05:00+01:00' as Moment;
    const { journal, store } = await told({ kind: 'spoiled', madeAt });
    store.tell({ kind: 'backup', news: { kind: 'made' } });
    await settled();
    expect(journal.backups.trouble).toEqual({ where: 'spoiled', madeAt });
    expect(journal.failure).toBeNull();
  });

  it('is no news when a stick lies in a drawer, except to who asked', async () => {
    const { journal } = await told({ kind: 'made-here-only', failure: { code: 'place-gone' } });
    expect(journal.backups.trouble).toBeNull();
    const other = await opened({ second: { kind: 'absent', path: '/media/stick' } });
    await other.journal.backups.make();
    await settled();
    expect(other.journal.backups.trouble).toEqual({
      where: 'second',
      failure: { code: 'place-gone' },
    });
    expect(other.journal.said).toBeNull();
  });

  it('is news when the stick is full', async () => {
    const { journal } = await told({ kind: 'made-here-only', failure: { code: 'disk-full' } });
    expect(journal.backups.trouble?.where).toBe('second');
  });
});

describe('the second place', () => {
  const stick = { path: '/media/stick', warning: { kind: 'same-disk' } } as const;

  it('is used only when the person says so', async () => {
    const { journal, backend, backups } = await opened();
    backups.pointsAt = stick;
    await journal.backups.choosePlace();
    expect(journal.backups.chosen).toEqual(stick);
    expect(backend.commands).not.toContain('use_second_place');
    journal.go({ name: 'backups' });
    expect(journal.backups.chosen).toBeNull();
    await journal.backups.choosePlace();
    await journal.backups.usePlace();
    expect(journal.backups.second).toEqual({ kind: 'there', ...stick });
    expect(journal.backups.chosen).toBeNull();
  });

  it('is never another than the one on screen: a closed dialog forgets what was pointed at', async () => {
    const { journal, backend, backups } = await opened();
    backups.pointsAt = stick;
    await journal.backups.choosePlace();
    backups.pointsAt = null;
    await journal.backups.choosePlace();
    expect(journal.backups.chosen).toBeNull();
    backups.pointsAt = stick;
    await journal.backups.choosePlace();
    backend.failNext('choose_second_place', { code: 'place-not-writable' });
    await journal.backups.choosePlace();
    expect(journal.backups.chosen).toBeNull();
    expect(journal.failure).toEqual({ code: 'place-not-writable' });
  });

  it('is looked at again after it is chosen: the newest backup may be there already', async () => {
    const { journal, backend, backups } = await opened();
    backups.pointsAt = stick;
    await journal.backups.choosePlace();
    const asked = backend.requests('list_backups').length;
    await journal.backups.usePlace();
    expect(backend.requests('list_backups')).toHaveLength(asked + 1);
  });

  it('is shown as the newest question has it, whatever was asked before it was chosen', async () => {
    const { journal, backend, backups } = await opened();
    backups.pointsAt = stick;
    await journal.backups.choosePlace();
    backend.hold('list_backups');
    journal.go({ name: 'settings' });
    const used = journal.backups.usePlace();
    await settled();
    backups.second = { kind: 'none' };
    backend.release('list_backups');
    await used;
    // The older answer is dropped; the one that was asked for after the choice counts.
    expect(journal.backups.second?.kind).toBe('none');
  });

  it('can be forgotten', async () => {
    const { journal } = await opened({ second: { kind: 'there', ...stick } });
    await journal.backups.forgetPlace();
    expect(journal.backups.second).toEqual({ kind: 'none' });
    expect(journal.said).toEqual({ kind: 'place-forgotten' });
  });
});
