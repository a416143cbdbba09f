/** The machine around the `journal` role in memory: what it refuses, what runs, where files are. */
import type { ProcessRow, SelfCheck, System, Tried, Try } from './contract';

const refused = (what: Tried): Try => ({ what, outcome: 'refused', asPromised: true });
const allowed = (what: Tried): Try => ({ what, outcome: 'allowed', asPromised: true });

/** What a Linux that keeps every promise answers. */
const tries: Try[] = [
  refused('ipv4'),
  refused('ipv6'),
  refused('packets'),
  { what: 'bluetooth', outcome: 'not-there', asPromised: true },
  refused('other-sockets'),
  refused('io-uring'),
  refused('other-memory'),
  refused('crash-dump'),
  refused('being-read'),
  allowed('local'),
  allowed('netlink'),
];

const processesOf = (refused: boolean | null): ProcessRow[] => [
  { id: 4102, kind: 'parent', refused },
  { id: 4107, kind: 'journal', refused },
  { id: 4131, kind: 'web-network', refused },
  { id: 4140, kind: 'page', refused },
];

const machines: Record<System, SelfCheck> = {
  linux: {
    system: 'linux',
    tries,
    networkRefused: true,
    processes: processesOf(true),
    places: [
      { kind: 'journal', path: '/home/noor/.local/share/terugblik' },
      { kind: 'backups', path: '/home/noor/.local/share/terugblik/backups' },
      { kind: 'second-place', path: "/media/noor/BLAUWE STICK/noor's map" },
      { kind: 'programs', path: '/usr/bin' },
      { kind: 'webview', path: '/run/user/1000/nl.terugblik.app' },
    ],
    disk: 'encrypted',
    version: '0.1.0',
  },
  windows: {
    system: 'windows',
    tries: [],
    networkRefused: false,
    processes: processesOf(null),
    places: [
      { kind: 'journal', path: 'C:\\Users\\noor\\AppData\\Roaming\\Terugblik' },
      { kind: 'programs', path: 'C:\\Program Files\\Terugblik' },
    ],
    disk: 'unknown',
    version: '0.1.0',
  },
  macos: {
    system: 'macos',
    tries: [],
    networkRefused: false,
    processes: processesOf(null),
    places: [{ kind: 'journal', path: '/Users/noor/Library/Application Support/Terugblik' }],
    disk: 'not-encrypted',
    version: '0.1.0',
  },
};

/** A machine in memory. */
export class FakeMachine {
  /** What a check finds now. */
  check: SelfCheck;
  /** Where the person saves next; nothing closes the dialog. */
  savesTo: string | null = '/home/noor/Documenten/Verklaring over Terugblik.html';

  constructor(check: Partial<SelfCheck> = {}) {
    this.check = { ...structuredClone(machines[check.system ?? 'linux']), ...check };
  }

  /** From now on this is not as promised. */
  breaks(what: Tried): void {
    this.check = {
      ...this.check,
      tries: this.check.tries.map((one) =>
        one.what === what ? { what, outcome: 'allowed', asPromised: false } : one,
      ),
    };
  }
}
