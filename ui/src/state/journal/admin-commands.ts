/**
 * What an administrator runs to see for himself, with the numbers and folders of now. Pure.
 *
 * None of it shows what was written: a trace of all network calls would, for it prints the first
 * bytes of each message between our own processes.
 */
import type { PlaceKind, SelfCheck, System } from '../../backend/contract';

/** What a group of commands is for; the catalogue has the words. */
export type Purpose =
  | 'find'
  | 'status'
  | 'connections'
  | 'trace'
  | 'files'
  | 'traffic'
  | 'capture'
  | 'access'
  | 'access-windows'
  | 'disk-linux'
  | 'disk-windows'
  | 'disk-macos'
  | 'rules'
  | 'block';

/** Commands that together show one thing. */
export interface AdminCommands {
  readonly purpose: Purpose;
  readonly lines: readonly string[];
}

/** What stands where a number is not known. */
const UNKNOWN = 'PID';

/** The places whose rights matter: what the person's own words lie in. */
const PRIVATE: readonly PlaceKind[] = ['journal', 'backups', 'second-place'];

/** The commands of a system, in the order in which one would try them. */
export function adminCommands(check: SelfCheck): AdminCommands[] {
  const numbers = check.processes.map(({ id }) => String(id));
  const known = numbers.length > 0;
  const first: AdminCommands[] = known ? [] : [{ purpose: 'find', lines: [find[check.system]] }];
  const rest = commandsOf[check.system](known ? numbers : [UNKNOWN], check);
  return [...first, ...rest].filter(({ lines }) => lines.length > 0);
}

/** How the numbers are found where we could not see them. */
const find: Record<System, string> = {
  linux: "pgrep -af 'terugblik|WebKit'",
  windows: 'Get-Process terugblik*, msedgewebview2',
  macos: "pgrep -afl 'terugblik|WebKit'",
};

const commandsOf: Record<System, (pids: string[], check: SelfCheck) => AdminCommands[]> = {
  linux: (pids, check) => [
    {
      purpose: 'status',
      lines: pids.map((pid) => `grep -HE '^(NoNewPrivs|Seccomp):' /proc/${pid}/status`),
    },
    {
      purpose: 'connections',
      // The webview's own processes do not have our name.
      lines: [`sudo ss -tunap | grep -iE 'terugblik|pid=(${pids.join('|')}),'`],
    },
    {
      purpose: 'trace',
      lines: [`sudo strace -f -e trace=socket,connect,io_uring_setup -p ${pids.join(',')}`],
    },
    { purpose: 'files', lines: [`sudo lsof -nP -p ${pids.join(',')}`] },
    { purpose: 'access', lines: listings(check) },
    { purpose: 'disk-linux', lines: ['lsblk -o NAME,TYPE,FSTYPE,MOUNTPOINTS'] },
  ],
  macos: (pids, check) => [
    { purpose: 'connections', lines: [`sudo lsof -nP -a -i -p ${pids.join(',')}`] },
    {
      purpose: 'traffic',
      lines: [`sudo nettop -P -L 1 ${pids.map((pid) => `-p ${pid}`).join(' ')}`],
    },
    { purpose: 'access', lines: listings(check) },
    { purpose: 'disk-macos', lines: ['fdesetup status'] },
  ],
  windows: (pids, check) => [
    {
      purpose: 'connections',
      lines: ['Get-NetTCPConnection', 'Get-NetUDPEndpoint'].map((command) =>
        powerShell(command, {
          OwningProcess: pids.join(','),
          ErrorAction: 'SilentlyContinue',
        }),
      ),
    },
    {
      purpose: 'capture',
      lines: [
        'pktmon start --capture --file-name terugblik.etl',
        'pktmon stop',
        'pktmon etl2txt terugblik.etl',
      ],
    },
    {
      purpose: 'access-windows',
      lines: foldersOf(check).map((path) => `icacls ${inPowerShell(path)}`),
    },
    {
      purpose: 'disk-windows',
      lines: drivesOf(check).map((drive) => `manage-bde -status ${drive}`),
    },
    // What the installer put there (`assets/windows/terugblik.wxs`), and what an administrator did.
    { purpose: 'rules', lines: ['Get-NetFirewallRule -DisplayName Terugblik*'] },
    { purpose: 'block', lines: programsOf(check).map(blocked) },
  ],
};

const listings = (check: SelfCheck): string[] =>
  foldersOf(check).map((path) => `ls -la ${inShell(path)}`);

function foldersOf({ places }: SelfCheck): string[] {
  return places.filter(({ kind }) => PRIVATE.includes(kind)).map(({ path }) => path);
}

function drivesOf({ places }: SelfCheck): string[] {
  const drive = places.find(({ kind }) => kind === 'journal')?.path.slice(0, 2) ?? '';
  return /^[A-Z]:$/i.test(drive) ? [drive] : [];
}

function programsOf({ places }: SelfCheck): string[] {
  const folder = places.find(({ kind }) => kind === 'programs')?.path;
  if (folder === undefined) return [];
  const within = folder.endsWith('\\') ? folder : `${folder}\\`;
  return ['terugblik.exe', 'terugblik-window.exe'].map((file) => within + file);
}

const blocked = (program: string): string =>
  powerShell('New-NetFirewallRule', {
    DisplayName: 'Terugblik',
    Direction: 'Outbound',
    Action: 'Block',
    Program: inPowerShell(program),
  });

function powerShell(command: string, options: Record<string, string>): string {
  const named = Object.entries(options).map(([name, value]) => `-${name} ${value}`);
  return [command, ...named].join(' ');
}

/** A path as one word of a shell, whatever is in it. */
export function inShell(path: string): string {
  return /^[\w/.,:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

/** A path as one word of PowerShell, which takes a typographic quote for a straight one. */
export function inPowerShell(path: string): string {
  return /^[\w\\:.-]+$/.test(path) ? path : `'${path.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}
