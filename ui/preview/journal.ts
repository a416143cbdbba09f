// Shows the journal with a role in memory: for looking, never for shipping. What is in it stands
// in the address: #language=en&size=large&empty=1&opened={"recoveryReady":false}&fail=save_answer
// &machine={"system":"windows"}&breaks=ipv4&backups=[{"daysAgo":1}]&second={"kind":"none"}&life=1&house={"longestDays":60}&sheets=1&learned=1 (or left: with a name in it)&tell=[{"kind":"menu","action":"backups"}]
// &walks=1 (or left: with a name in it)
// &year=1 (a year to look back on, with the sheet of the month)
// &after=asked (or stopped, locked: the card after a walk-through) &trials=1 (own trials) &pack=1 (a file to point at) &press=["Handboek","Woorden"] (what a person presses, one after another)
import { mount } from 'svelte';

import JournalApp from '../src/JournalApp.svelte';
import type {
  Day,
  JournalCommands,
  Language,
  PlaceWarning,
  SecondPlace,
  ShellEvent,
  TextSize,
  Tried,
  WalkEnd,
} from '../src/backend/contract';
import { fillSheets } from '../src/backend/fake-sheet-specimens';
import { fillLearned } from '../src/backend/fake-learned-specimens';
import { fillWalkThroughs } from '../src/backend/fake-walk-specimens';
import { monthForm } from '../src/backend/fake-forms';
import { longAgo, rulesKept, specimens } from '../src/backend/fake-content';
import { aYear } from '../src/backend/fake-looking-back-specimens';
import { municipalPack } from '../src/backend/fake-packs';
import {
  fourPhases,
  justBegun,
  sixtyPoints,
  tenWeeks,
} from '../src/backend/fake-own-trial-specimens';
import { fakeJournal, type FakeBackup, type FakeJournalOptions } from '../src/backend/fake-journal';
import '../src/styles/index.css';

const wanted = new URLSearchParams(location.hash.slice(1));

// A Saturday afternoon, so that pictures of two days are the same picture.
const started = Date.now();
const afternoon = new Date(2026, 10, 21, 14, 32).getTime();

/** How the walk-through ended that the window comes from: `stopped`, `asked`, or by a lock. */
function endOf(said: string): WalkEnd | 'stopped' {
  if (said === 'stopped') return said;
  return said === 'locked' ? { kind: 'locked', by: 'screen' } : { kind: 'asked' };
}

const { backend, store, backups, machine, mirror, handbook, learned, walkThroughs } = fakeJournal({
  now: () => afternoon + Date.now() - started,
  appearance: {
    language: (wanted.get('language') ?? 'nl') as Language,
    textSize: (wanted.get('size') ?? 'normal') as TextSize,
  },
  settings: { idleMinutes: Number(wanted.get('idle') ?? 5) },
  opened: JSON.parse(wanted.get('opened') ?? '{}') as FakeJournalOptions['opened'] & object,
  specimens: wanted.has('empty')
    ? []
    : wanted.has('year')
      ? aYear
      : wanted.has('life')
        ? [...specimens, ...longAgo]
        : specimens,
  rules: wanted.has('life') ? rulesKept : [],
  ownTrials: wanted.has('trials') ? [sixtyPoints, fourPhases, tenWeeks, justBegun] : [],
  houseRules: JSON.parse(wanted.get('house') ?? '{}') as FakeJournalOptions['houseRules'] & object,
  backups: JSON.parse(wanted.get('backups') ?? '[{"daysAgo":0.2},{"daysAgo":1.2}]') as FakeBackup[],
  machine: JSON.parse(wanted.get('machine') ?? '{}') as FakeJournalOptions['machine'] & object,
  second: JSON.parse(wanted.get('second') ?? '{"kind":"none"}') as SecondPlace,
  ...(wanted.has('after') ? { afterWalk: endOf(wanted.get('after') ?? '') } : {}),
});
if (wanted.has('life')) {
  for (const word of ['bloem', 'de linde', 'visser']) mirror.spared.add(word);
  store.closed.set('groene fiets', store.moment(afternoon - 86_400_000).slice(0, 10) as Day);
}
if (wanted.has('year')) store.forms = [...store.forms, monthForm];
if (wanted.has('sheets')) fillSheets(store);
if (wanted.has('learned')) fillLearned(learned);
if (wanted.get('walks') === 'left') {
  const answer = store.newestFirst[0]?.answers[0];
  if (answer) answer.text = `Mevrouw Jansen was boos. ${answer.text}`;
}
if (wanted.has('walks')) fillWalkThroughs(walkThroughs, store);
if (wanted.get('learned') === 'left') {
  learned.keepRule('Ik laat mevrouw Jansen uitpraten.');
  learned.keepPoint({ theme: 'team', text: 'Meneer de Boer belde drie keer. Wie belt terug?' });
}
const breaks = wanted.get('breaks') as Tried | null;
if (breaks) machine.breaks(breaks);
const failing = wanted.get('fail') as keyof JournalCommands | null;
if (failing) backend.failNext(failing, { code: 'disk-full' }, 1_000);

if (wanted.has('pack')) handbook.packs.pointsAt.push(municipalPack);

backups.pointsAt = {
  path: '/media/marieke/BLAUWE STICK',
  warning: JSON.parse(wanted.get('warning') ?? '{"kind":"none"}') as PlaceWarning,
};

const offset = (): number => afternoon + Date.now() - started;
mount(JournalApp, {
  target: document.body,
  props: {
    backend,
    clock: {
      now: offset,
      after(milliseconds: number, call: () => void) {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  },
});

// After the opening: what is said to a window without a journal is not heard.
setTimeout(() => {
  for (const event of JSON.parse(wanted.get('tell') ?? '[]') as ShellEvent[]) store.tell(event);
}, 200);

// Goes on to a screen as a person would: what says so is pressed, one after another; "Open@2" is the
// third that says so.
async function press(): Promise<void> {
  for (const step of JSON.parse(wanted.get('press') ?? '[]') as string[]) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const [text = '', which = '0'] = step.split('@');
    const all = [...document.querySelectorAll<HTMLElement>('button, label')];
    const says = (element: HTMLElement): string => element.textContent.trim();
    const same = all.filter((one) => says(one) === text);
    const found = same.length > 0 ? same : all.filter((one) => says(one).includes(text));
    found[Number(which)]?.click();
  }
}
setTimeout(() => void press(), 300);
