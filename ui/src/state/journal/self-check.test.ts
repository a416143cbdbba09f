/** Looking at what the machine refuses: what may be said of it, and what is let go. */
import { describe, expect, it } from 'vitest';

import type { Failure, Moment, SelfCheck } from '../../backend/contract';
import { FakeMachine } from '../../backend/fake-machine';
import { adminCommands, inPowerShell, inShell } from './admin-commands';
import { placeOf } from './routes';
import { SelfCheckState, verdictOf } from './self-check.svelte';
import { AFTERNOON, opened, settled, TestClock } from './testing';

const machine = (check: Partial<SelfCheck> = {}): SelfCheck => new FakeMachine(check).check;

describe('a visit', () => {
  it('looks by itself, and says when', async () => {
    const { journal, backend } = await opened();
    expect(backend.commands).not.toContain('self_check');
    journal.go({ name: 'check', from: 'settings' });
    expect(journal.selfCheck.looking).toBe(true);
    await settled();
    expect(journal.selfCheck.looking).toBe(false);
    expect(journal.selfCheck.found?.at).toBe(AFTERNOON);
    expect(backend.requests('self_check')).toHaveLength(1);
  });

  it('shows nothing of the one before as if it were now', async () => {
    const { journal, backend } = await opened();
    journal.go({ name: 'check', from: 'settings' });
    await settled();
    await journal.selfCheck.saveStatement();
    expect(journal.selfCheck.savedAt).not.toBeNull();
    backend.hold('self_check');
    journal.go({ name: 'today' });
    journal.go({ name: 'check', from: 'help' });
    await settled();
    expect(journal.selfCheck.found).toBeNull();
    expect(journal.selfCheck.savedAt).toBeNull();
    backend.release('self_check');
    await settled();
    expect(journal.selfCheck.found).not.toBeNull();
  });

  it('can be repeated; a late answer to an earlier question is dropped, and a late failure', async () => {
    const waiting: { answer: (check: SelfCheck) => void; fail: (failure: Failure) => void }[] = [];
    const call = (): Promise<never> =>
      new Promise((answer, fail) => waiting.push({ answer: answer as never, fail }));
    const selfCheck = new SelfCheckState({ call }, new TestClock());
    const looks = [selfCheck.look(), selfCheck.look(), selfCheck.look()];
    waiting[1]?.answer(machine({ version: 'second' }));
    await settled();
    expect(selfCheck.looking).toBe(true);
    expect(selfCheck.found).toBeNull();
    waiting[2]?.answer(machine({ version: 'third' }));
    await settled();
    waiting[0]?.fail({ code: 'internal', incident: 1 });
    await Promise.all(looks);
    expect(selfCheck.found?.check.version).toBe('third');
    expect(selfCheck.failure).toBeNull();
    expect(selfCheck.looking).toBe(false);
  });

  it('that fails says so, and shows nothing of before', async () => {
    const { journal, backend } = await opened();
    journal.go({ name: 'check', from: 'settings' });
    await settled();
    backend.failNext('self_check', { code: 'internal', incident: 7 });
    await journal.selfCheck.look();
    expect(journal.selfCheck.failure?.code).toBe('internal');
    expect(journal.selfCheck.found).toBeNull();
    await journal.selfCheck.look();
    expect(journal.selfCheck.failure).toBeNull();
    expect(journal.selfCheck.found).not.toBeNull();
  });

  it('is gone at the lock, and takes no answer after it', async () => {
    const { journal, session, backend } = await opened();
    const { selfCheck } = journal;
    journal.go({ name: 'check', from: 'settings' });
    await settled();
    await selfCheck.saveStatement();
    backend.hold('self_check');
    backend.hold('save_statement');
    const late = [selfCheck.look(), selfCheck.saveStatement()];
    await session.lock();
    expect(selfCheck.found).toBeNull();
    backend.release('self_check');
    backend.release('save_statement');
    await Promise.all(late);
    expect(selfCheck.found).toBeNull();
    expect(selfCheck.savedAt).toBeNull();
    expect(selfCheck.looking).toBe(false);
  });

  it('is of the machine: the same while a journal is only read', async () => {
    const { journal } = await opened({ opened: { onlyReading: { kind: 'asked' } } });
    journal.go({ name: 'check', from: 'settings' });
    await settled();
    expect(journal.route).toEqual({ name: 'check', from: 'settings' });
    expect(journal.selfCheck.found).not.toBeNull();
  });
});

describe('the way back', () => {
  it('leads to where one came from; a backup that is looked into has no settings', async () => {
    const { journal } = await opened({
      opened: { onlyReading: { kind: 'trial', madeAt: '2026-11-12T14:32:00+01:00' as Moment } },
    });
    journal.go({ name: 'check', from: 'settings' });
    expect(journal.route).toEqual({ name: 'check', from: 'help' });
    expect(placeOf(journal.route)).toBe('help');
    expect(placeOf({ name: 'check', from: 'settings' })).toBe('settings');
  });
});

describe('the statement', () => {
  it('says where it was saved, nothing when the dialog was closed, and why when it failed', async () => {
    const { journal, backend, machine } = await opened();
    const { selfCheck } = journal;
    await selfCheck.saveStatement();
    expect(selfCheck.savedAt).toBe(machine.savesTo);
    machine.savesTo = null;
    await selfCheck.saveStatement();
    expect(selfCheck.savedAt).toBeNull();
    expect(selfCheck.saveFailure).toBeNull();
    backend.failNext('save_statement', { code: 'disk-full' });
    await selfCheck.saveStatement();
    expect(selfCheck.saveFailure).toEqual({ code: 'disk-full' });
    expect(selfCheck.savedAt).toBeNull();
  });

  it('opens one dialog, however often one presses', async () => {
    const { journal, backend } = await opened();
    backend.hold('save_statement');
    const all = [journal.selfCheck.saveStatement(), journal.selfCheck.saveStatement()];
    await settled();
    backend.release('save_statement');
    await Promise.all(all);
    expect(backend.requests('save_statement')).toHaveLength(1);
  });
});

describe('what may be said', () => {
  it('is that the network is refused, when every way was tried', () => {
    expect(verdictOf(machine())).toEqual({ kind: 'refused' });
  });

  it('is less when the role does not know it to be refused', () => {
    expect(verdictOf(machine({ networkRefused: false }))).toEqual({ kind: 'unseen' });
  });

  it('is what is wrong, before all else and on every system', () => {
    for (const system of ['linux', 'windows', 'macos'] as const) {
      const wrong = { what: 'crash-dump', outcome: 'allowed', asPromised: false } as const;
      const check = machine({ system });
      expect(verdictOf({ ...check, tries: [...check.tries, wrong] })).toEqual({
        kind: 'broken',
        tries: [wrong],
        processes: [],
      });
    }
  });

  it('is never that all is well while a process has the network', () => {
    const open = { id: 9, kind: 'web-network', refused: false } as const;
    const check = machine();
    expect(verdictOf({ ...check, processes: [...check.processes, open] })).toEqual({
      kind: 'broken',
      tries: [],
      processes: [open],
    });
    // Where nothing is enforced, nothing of it was promised.
    expect(verdictOf(machine({ system: 'windows', processes: [open] }))).toEqual({
      kind: 'not-enforced',
      system: 'windows',
    });
  });

  it('is that nothing is enforced, where that is so', () => {
    for (const system of ['windows', 'macos'] as const)
      expect(verdictOf(machine({ system }))).toEqual({ kind: 'not-enforced', system });
  });
});

describe('the commands of an administrator', () => {
  const linesOf = (check: SelfCheck): string[] =>
    adminCommands(check).flatMap(({ lines }) => lines);

  it('have the numbers and folders of now', () => {
    const lines = linesOf(machine());
    for (const pid of [4102, 4107, 4131, 4140])
      expect(lines).toContain(`grep -HE '^(NoNewPrivs|Seccomp):' /proc/${pid}/status`);
    expect(lines).toContain("sudo ss -tunap | grep -iE 'terugblik|pid=(4102|4107|4131|4140),'");
    expect(lines.join('\n')).toContain('io_uring_setup -p 4102,4107,4131,4140');
    expect(lines).toContain('sudo lsof -nP -p 4102,4107,4131,4140');
    expect(lines).toContain('ls -la /home/noor/.local/share/terugblik');
    // Where nothing of a person is, nothing is to be seen.
    expect(lines.join('\n')).not.toContain('/usr/bin');
  });

  it('trace nothing that would print what was written', () => {
    for (const line of linesOf(machine()).filter((line) => line.includes('strace')))
      expect(/trace=(\S+)/.exec(line)?.[1]?.split(',')).toEqual([
        'socket',
        'connect',
        'io_uring_setup',
      ]);
  });

  it('say how to find the numbers where we could not', () => {
    for (const system of ['linux', 'windows', 'macos'] as const) {
      const commands = adminCommands(machine({ system, processes: [] }));
      expect(commands[0]?.purpose).toBe('find');
      expect(commands.flatMap(({ lines }) => lines).join('\n')).toContain('PID');
      expect(adminCommands(machine({ system })).map(({ purpose }) => purpose)).not.toContain(
        'find',
      );
    }
  });

  it('block both programs on Windows, and know the drive', () => {
    const lines = linesOf(machine({ system: 'windows' }));
    for (const file of ['terugblik.exe', 'terugblik-window.exe'])
      expect(lines.join('\n')).toContain(`-Program 'C:\\Program Files\\Terugblik\\${file}'`);
    expect(lines).toContain('manage-bde -status C:');
    expect(lines).toContain('icacls C:\\Users\\noor\\AppData\\Roaming\\Terugblik');
  });

  it('leave out what has nothing to be about', () => {
    for (const system of ['linux', 'windows', 'macos'] as const)
      for (const { lines } of adminCommands(machine({ system, places: [] })))
        expect(lines).not.toEqual([]);
    expect(linesOf(machine({ system: 'windows', places: [] })).join('\n')).not.toContain('icacls');
  });

  it('take a path as one word, whatever is in it', () => {
    expect(inShell('/home/noor/a-b_c.d')).toBe('/home/noor/a-b_c.d');
    expect(inShell('/media/BLAUWE STICK')).toBe("'/media/BLAUWE STICK'");
    expect(inShell("/a'; rm -rf $HOME; '")).toBe(`'/a'\\''; rm -rf $HOME; '\\'''`);
    expect(inPowerShell('C:\\a')).toBe('C:\\a');
    expect(inPowerShell("C:\\noor's map")).toBe("'C:\\noor''s map'");
    expect(inPowerShell('C:\\noor’s map')).toBe("'C:\\noor’’s map'");
  });
});
