/** What a system, a try, an answer, a process, a place and a command are called. */
import type { Outcome, PlaceKind, ProcessKind, System, Tried } from '../../backend/contract';
import { t } from '../../i18n/i18n.svelte';
import type { MessageId } from '../../i18n/messages';
import type { Purpose } from '../../state/journal/admin-commands';

/** The names of systems, the same in every language. */
export const systems: Record<System, string> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
};

/** What Linux calls what is tried, for who looks it up. */
export const technical: Record<Tried, string> = {
  ipv4: 'AF_INET',
  ipv6: 'AF_INET6',
  packets: 'AF_PACKET',
  bluetooth: 'AF_BLUETOOTH',
  'other-sockets': 'AF_VSOCK, AF_CAN, …',
  'io-uring': 'io_uring_setup',
  'other-memory': 'ptrace, process_vm_readv',
  'crash-dump': 'RLIMIT_CORE',
  'being-read': 'PR_SET_DUMPABLE',
  local: 'AF_UNIX',
  netlink: 'AF_NETLINK',
};

const tries = {
  ipv4: 'check-try-ipv4',
  ipv6: 'check-try-ipv6',
  packets: 'check-try-packets',
  bluetooth: 'check-try-bluetooth',
  'other-sockets': 'check-try-other-sockets',
  'io-uring': 'check-try-io-uring',
  'other-memory': 'check-try-other-memory',
  'crash-dump': 'check-try-crash-dump',
  'being-read': 'check-try-being-read',
  local: 'check-try-local',
  netlink: 'check-try-netlink',
} as const satisfies Record<Tried, MessageId>;

const outcomes = {
  refused: 'check-refused',
  allowed: 'check-allowed',
  'not-there': 'check-not-there',
} as const satisfies Record<Outcome, MessageId>;

const processes = {
  parent: ['check-process-parent', 'check-process-parent-knows'],
  keys: ['check-process-keys', 'check-process-keys-knows'],
  journal: ['check-process-journal', 'check-process-journal-knows'],
  page: ['check-process-page', 'check-process-page-knows'],
  'web-network': ['check-process-web-network', 'check-process-web-network-knows'],
  other: ['check-process-other', 'check-process-other-knows'],
} as const satisfies Record<ProcessKind, readonly [MessageId, MessageId]>;

const places = {
  journal: ['check-place-journal', 'check-place-journal-inside'],
  backups: ['check-place-backups', 'check-place-backups-inside'],
  'second-place': ['check-place-second-place', 'check-place-second-place-inside'],
  programs: ['check-place-programs', 'check-place-programs-inside'],
  webview: ['check-place-webview', 'check-place-webview-inside'],
} as const satisfies Record<PlaceKind, readonly [MessageId, MessageId]>;

const commands = {
  find: ['check-admin-find', 'check-admin-find-comes'],
  status: ['check-admin-status', 'check-admin-status-comes'],
  connections: ['check-admin-connections', 'check-admin-connections-comes'],
  trace: ['check-admin-trace', 'check-admin-trace-comes'],
  files: ['check-admin-files', 'check-admin-files-comes'],
  traffic: ['check-admin-traffic', 'check-admin-traffic-comes'],
  capture: ['check-admin-capture', 'check-admin-capture-comes'],
  access: ['check-admin-access', 'check-admin-access-comes'],
  'access-windows': ['check-admin-access', 'check-admin-access-windows-comes'],
  'disk-linux': ['check-admin-disk', 'check-admin-disk-linux-comes'],
  'disk-windows': ['check-admin-disk', 'check-admin-disk-windows-comes'],
  'disk-macos': ['check-admin-disk', 'check-admin-disk-macos-comes'],
  rules: ['check-admin-rules', 'check-admin-rules-comes'],
  block: ['check-admin-block', 'check-admin-block-comes'],
} as const satisfies Record<Purpose, readonly [MessageId, MessageId]>;

const unenforced = {
  windows: 'check-verdict-windows',
  macos: 'check-verdict-macos',
} as const satisfies Record<Exclude<System, 'linux'>, MessageId>;

const firewalls = {
  linux: 'check-admin-firewall-linux',
  windows: 'check-admin-firewall-windows',
  macos: 'check-admin-firewall-macos',
} as const satisfies Record<System, MessageId>;

/** What there is instead, where the system refuses nothing to a process of ours. */
export function insteadOn(system: Exclude<System, 'linux'>): string {
  return t(unenforced[system]);
}

/** What is tried, in plain words. */
export function nameOf(tried: Tried): string {
  return t(tries[tried]);
}

/** Why it is allowed; none for what should be refused. */
export function reasonFor(tried: Tried): string | null {
  if (tried === 'local') return t('check-try-local-why');
  return tried === 'netlink' ? t('check-try-netlink-why') : null;
}

/** What the system answered. */
export function answerOf(outcome: Outcome): string {
  return t(outcomes[outcome]);
}

/** What a process is called. */
export function processName(kind: ProcessKind): string {
  return t(processes[kind][0]);
}

/** What a process knows. */
export function knownBy(kind: ProcessKind): string {
  return t(processes[kind][1]);
}

/** What a place is called. */
export function placeName(kind: PlaceKind): string {
  return t(places[kind][0]);
}

/** What is at a place. */
export function insideOf(kind: PlaceKind): string {
  return t(places[kind][1]);
}

/** What a command shows. */
export function shownBy(purpose: Purpose): string {
  return t(commands[purpose][0]);
}

/** What should come out of a command. */
export function comesOutOf(purpose: Purpose): string {
  return t(commands[purpose][1]);
}

/** What is to be said about a firewall. */
export function firewallOn(system: System): string {
  return t(firewalls[system]);
}
