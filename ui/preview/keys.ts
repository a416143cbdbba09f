// Shows any screen of the keys window with a role in memory: for looking, never for shipping.
// The screen stands in the address: #screen=unlock&failure=wrong-passphrase&language=en
import { mount } from 'svelte';

import KeysApp from '../src/KeysApp.svelte';
import type { Failure, Intent, KeysState } from '../src/backend/contract';
import { KeysWindow } from '../src/state/keys/keys.svelte';
import { fakeKeys, PASSPHRASE, type Around } from '../src/state/keys/fake.test-helper';
import '../src/styles/index.css';

const wanted = new URLSearchParams(location.hash.slice(1));
const asked = (name: string) => wanted.get(name);
const failure = JSON.parse(asked('failure') ?? 'null') as Failure | null;
const screen = asked('screen') ?? 'unlock';

const changes: Partial<KeysState> = JSON.parse(asked('state') ?? '{}') as Partial<KeysState>;
if (['welcome', 'passphrase', 'sheet', 'confirm'].includes(screen))
  changes.situation = { kind: 'not-set-up' };
if (screen === 'blocked' && failure) changes.situation = { kind: 'blocked', failure };
const intents: Record<string, Intent> = {
  changed: 'change-passphrase',
  renew: 'renew-key',
  cost: 'choose-cost',
  wipe: 'wipe',
};
if (screen in intents) changes.intent = intents[screen] ?? 'open';
if (asked('language') === 'en')
  changes.appearance = { language: 'en', textSize: 'normal', ...changes.appearance };

const backend = fakeKeys(changes, JSON.parse(asked('around') ?? '{}') as Partial<Around>);
const keys = new KeysWindow(backend);
mount(KeysApp, { target: document.body, props: { keys } });
await keys.start();

if (['passphrase', 'sheet', 'confirm'].includes(screen)) keys.begin();
if (screen === 'passphrase') {
  if (asked('propose')) await keys.propose();
  if (asked('typed')) {
    keys.newPassphrase.value = asked('typed') ?? '';
    keys.newPassphrase.typed();
    if (asked('submit')) await keys.choosePassphrase();
  }
}
if (screen === 'sheet' || screen === 'confirm') {
  keys.newPassphrase.value = PASSPHRASE;
  keys.newPassphrase.repeat = PASSPHRASE;
  await keys.choosePassphrase();
  if (asked('saved')) await keys.savePage();
  if (screen === 'confirm') {
    keys.copied();
    if (failure) {
      keys.recovery.typed = ['0V9XT', 'E8J1O'];
      await keys.confirmRecovery();
    }
  }
}
if (screen === 'unlock') {
  if (failure) {
    backend.failNext('unlock', failure);
    keys.passphrase = 'iets';
    await keys.unlock();
  }
  if (asked('opening')) {
    backend.hold('unlock');
    keys.passphrase = PASSPHRASE;
    void keys.unlock();
  }
}
if (screen === 'recovery-key') {
  keys.askFor('unlock-with-recovery-key');
  if (failure) {
    backend.failNext('unlock_with_recovery_key', failure);
    keys.recoveryKey = '7K3QM 0V9XT H2PRA ZC5WN E8J1D B6YFC';
    await keys.unlockWithRecoveryKey();
  }
}
if (screen === 'change') {
  backend.failNext('unlock', { code: 'internal', incident: 0 }, 0);
  keys.passphrase = PASSPHRASE;
  await keys.unlock();
}
if (['backups', 'open-backup', 'restored'].includes(screen)) {
  if (asked('elsewhere')) await keys.findElsewhere();
  else await keys.offerBackups();
  if (screen !== 'backups') keys.showBackup('open-backup');
  if (screen === 'restored') {
    keys.restoring.passphrase = PASSPHRASE;
    await keys.restore();
  } else if (failure) {
    backend.failNext('restore_backup', failure);
    keys.restoring.passphrase = 'iets';
    await keys.restore();
  }
}
if (['changed', 'renew', 'cost'].includes(screen)) {
  keys.passphrase = PASSPHRASE;
  await keys.unlock();
  if (screen === 'changed') {
    await keys.propose();
    await keys.choosePassphrase();
  }
}
if (screen === 'wiped') {
  keys.wiping.passphrase = PASSPHRASE;
  keys.wiping.sure = true;
  await keys.wipeJournal();
}
