// Shows any screen of the walk-through's window with a role in memory: for looking, never for
// shipping. The screen stands in the address: #screen=page&at=1&left=280&language=en&size=large
// Screens: agreements, page, end, covered, over, asked, ending.
import { mount } from 'svelte';

import WalkThroughApp from '../src/WalkThroughApp.svelte';
import type { Language, TextSize } from '../src/backend/contract';
import { fakeWalkThrough, SHOWN } from '../src/backend/fake-walk-through';
import { WalkThroughWindow } from '../src/state/walk-through/walk-through.svelte';
import '../src/styles/index.css';

const wanted = new URLSearchParams(location.hash.slice(1));
const screen = wanted.get('screen') ?? 'agreements';

const { backend, say } = fakeWalkThrough({
  shown: { ...SHOWN, question: wanted.get('question') ?? SHOWN.question },
  appearance: {
    language: (wanted.get('language') ?? 'nl') as Language,
    textSize: (wanted.get('size') ?? 'normal') as TextSize,
  },
  secondsLeft: Number(wanted.get('left') ?? '1200'),
});
const walk = new WalkThroughWindow(backend);
await walk.start();
mount(WalkThroughApp, { target: document.body, props: { walk } });
void walk.painted();

if (screen !== 'agreements') walk.begin();
for (let at = 0; at < Number(wanted.get('at') ?? '0'); at += 1) walk.next();
if (screen === 'end') while (walk.page) walk.next();
if (screen === 'covered') walk.cover();
if (screen === 'over') say({ kind: 'time-over' });
if (screen === 'asked') await walk.askMoreTime();
if (screen === 'ending') void walk.end();
