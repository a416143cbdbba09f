// What looks, in the app's own page, for anything that a text brought about; and the way past every
// screen that shows texts. What it gives is plain ASCII, for it travels through WebDriver.
const seen = { ran: [], kinds: new Set(), titles: new Set(), violations: [] };
const home = location.href;

// An element as far as a text could have made it: its name, its id without numbers, its attributes.
const kindOf = element => [
  element.namespaceURI.split('/').at(-1), element.localName,
  element.id.replaceAll(/\d+/g, '0'),
  ...[...element.attributes].map(({ name }) => name).sort(),
].join(' ');
const note = root => {
  if (root instanceof Element) seen.kinds.add(kindOf(root));
  for (const element of root.querySelectorAll?.('*') ?? []) {
    seen.kinds.add(kindOf(element));
    if (element.shadowRoot) seen.ran.push('a shadow');
  }
  seen.titles.add(document.title);
};
note(document);
new MutationObserver(changes => {
  for (const { type, target, addedNodes } of changes)
    if (type === 'attributes') note(target); else for (const added of addedNodes) note(added);
}).observe(document, { subtree: true, childList: true, attributes: true });
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
  seen.violations.push(effectiveDirective));
if (window.__ran !== undefined) seen.ran.push('before');
Object.defineProperty(window, '__ran', { configurable: true, set: () => seen.ran.push('__ran') });
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => seen.ran.push(name);
for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = () => seen.ran.push(name);
for (const name of ['message', 'error', 'unhandledrejection'])
  window.addEventListener(name, event => seen.ran.push(`${name} ${event.message ?? event.reason ?? ''}`));

const threeFrames = () => new Promise(done => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
});
const rest = () => new Promise(done => setTimeout(done, 4));
const until = async (what, look) => {
  for (const end = performance.now() + 15_000; ; await rest()) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}: ${document.body.innerText.slice(0, 300)}`);
  }
};
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const texts = (selector, root) => all(selector, root).map(element => element.textContent);
const text = (selector, root) => root.querySelector(selector)?.textContent ?? null;
const button = (name, root = document) => all('button', root)
  .find(one => one.textContent.trim() === name && one.getClientRects().length);
const press = async (name, root) => (await until(name, () => button(name, root))).click();
const fill = (field, value) => {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value').set.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const row = one => ({
  kind: text('.kind', one), alias: text('.alias', one), excerpt: text('.excerpt', one), marks: texts('mark', one),
});
const article = () => {
  const found = document.querySelector('article');
  if (!found) return null;
  return {
    title: text('h1', found),
    // The alias is a way to its page, where there is one.
    around: all('p, .alias, .alias button span', found).filter(p => !p.closest('section')).map(p => p.textContent),
    parts: all('section', found).map(part => ({
      kind: part.classList[0], question: text('h2', part), quote: text('blockquote', part),
      text: text('p.text', part), small: texts('p.small', part), marks: texts('p.text mark', part),
    })),
  };
};

// The parts of the list, in order: each month is gone to, so that its parts are there.
const parts = async () => {
  const found = [];
  for (const month of all('main [data-month]')) {
    found.push(() => {
      month.scrollIntoView();
      return month;
    });
  }
  return found;
};

// The rows of a part, once they are there.
const loaded = async goTo => {
  const month = goTo();
  // How many they are is known once the journal has told its months.
  const size = () => Number(month.style.getPropertyValue('--rows'));
  const rows = new Map();
  await new Promise(done => setTimeout(done, 1500));
  await until(`all rows of ${month.dataset.month}`, () => {
    all('ul', month).forEach((list, part) =>
      all('li button', list).forEach((button_, at) => rows.set(part * 50 + at, button_)));
    if (rows.size < size()) {
      // What was looked at before is empty again: only what was not seen to its last row is gone to.
      const last = (list, part) => part * 50 + Number(list.style.getPropertyValue('--rows')) - 1;
      const next = all('ul', month).find((list, part) => !rows.has(last(list, part)));
      (next ?? month).scrollIntoView();
    }
    return rows.size >= size();
  });
  return [...rows].sort((a, b) => a[0] - b[0]).map(([, button_]) => button_);
};

// The first row of the list, or of what was found.
const firstRow = () => until('the first row', () => {
  scrollTo(0, 0);
  return document.querySelector('main section ul')?.querySelector('li button');
});

window.__look = {
  found: () => ({
    ran: seen.ran, kinds: [...seen.kinds], titles: [...seen.titles], violations: seen.violations,
    moved: location.href !== home, pollution: Object.prototype.__ran !== undefined || ({}).ran !== undefined,
    element: document.getElementById('ran') !== null, frozen: Object.isFrozen(Object.prototype),
    global: '__TAURI__' in window,
  }),

  // Every row of the list, down to its end. Only those that one looks at are on the page.
  rows: async () => {
    await until('rows', () => document.querySelector('main li button'));
    const gathered = [];
    for (const part of await parts()) gathered.push(...(await loaded(part)).map(row));
    scrollTo(0, 0);
    return gathered;
  },

  // Opens the row at a place of the list.
  open: async place => {
    await until('rows', () => document.querySelector('main li button'));
    let before = 0;
    for (const part of await parts()) {
      const month = part();
      const size = Number(month.style.getPropertyValue('--rows'));
      if (place < before + size) {
        const at = place - before;
        const here = await until(`row ${at}`, () => {
          const list = all('ul', month)[Math.floor(at / 50)];
          const found = list && all('li button', list)[at % 50];
          (found ?? list ?? month).scrollIntoView();
          return found;
        });
        here.click();
        return true;
      }
      before += size;
    }
    return false;
  },

  // The rows that a search gives.
  search: async term => {
    const field = await until('the field', () => document.querySelector('input[type=search]'));
    const status = () => document.querySelector('main p.found')?.textContent.trim() ?? '';
    // From no search, so that what is said is said of this one.
    if (status() !== '') {
      fill(field, '');
      await until('all rows', () => status() === '');
    }
    if (term === '') return [];
    fill(field, term);
    await until('an answer', () => status() !== '');
    // Rows come onto the page over some frames, and by pages.
    const more = () => all('[data-end] button')[0];
    for (let before = -1; more() || before !== all('main li button').length; await threeFrames()) {
      before = all('main li button').length;
      more()?.click();
    }
    return all('main li button').map(row);
  },

  // So many entries one after the other, by the button for the next: from the first row of the list,
  // or on from the one that is read.
  read: async (older, anew, most) => {
    const read = [];
    let before = anew ? '' : JSON.stringify(article());
    const bar = () => document.querySelector('main search [role=status]');
    while (read.length < most) {
      const next = before === '' ? await firstRow() : button(older);
      if (!next) break;
      next.click();
      await until('another entry', () => {
        const shown = article();
        return shown && JSON.stringify(shown) !== before ? shown : null;
      });
      // Whoever comes from a search sees the places a moment later.
      await rest();
      if (bar()) await until('the places', () => bar().textContent.trim() !== '' && document.querySelector('main mark'));
      read.push(article());
      before = JSON.stringify(read.at(-1));
    }
    return read;
  },

  // What stands in the fields for the contact of the entry that is read.
  change: async (open, leave) => {
    await press(open);
    const dialog = await until('the dialog', () => document.querySelector('dialog[open]'));
    const kinds = dialog.querySelector('select');
    const found = {
      kind: kinds.selectedOptions[0].textContent, value: kinds.value,
      alias: [...dialog.querySelectorAll('input:not([type=date])')].map(field => field.value),
    };
    await press(leave, dialog);
    await until('its end', () => !document.querySelector('dialog[open]'));
    return found;
  },

  // Every page of the entry that is read, as one writes on in it.
  write: async (open, done) => {
    await press(open);
    const pages = await until('the overview', () => {
      const found = all('nav[aria-labelledby=overview-title] li button');
      return found.length ? found : null;
    });
    const found = [];
    for (let place = 0; place < pages.length; place += 1) {
      const page = () => all('nav[aria-labelledby=overview-title] li button')[place];
      const name = page().textContent;
      page().click();
      await until('the page', () => page()?.getAttribute('aria-current') === 'step');
      await rest();
      found.push({
        name, title: text('h1', document), quote: text('main blockquote', document),
        fields: all('main textarea').map(field => field.value),
      });
    }
    await press(done);
    await until('today', () => !document.querySelector('nav[aria-labelledby=overview-title]'));
    return found;
  },

  // What comes back on today.
  returning: async every => {
    const part = await until('what comes back', () => document.querySelector('section[aria-labelledby=today-returns]'));
    button(every)?.click();
    await rest();
    return all('li', part).map(one => ({
      text: text('blockquote', one), facts: texts('.facts span', one), actions: texts('button', one),
    }));
  },

  // The rows of the bin.
  bin: async () => {
    await until('the bin', () => document.querySelector('main li .facts'));
    return all('main li').map(one => ({ facts: texts('.facts span', one), excerpt: text('.excerpt', one) }));
  },

  // What is offered for each alias that is typed up to its last character: six at most.
  offered: async aliases => {
    const field = await until('the field', () => document.getElementById('contact-alias'));
    const found = [];
    for (const alias of aliases) {
      fill(field, [...alias].slice(0, -1).join(''));
      await rest();
      found.push(texts('.known li button', document));
    }
    fill(field, '');
    return found;
  },

  // Types a text as pasting does; gives what then stands there.
  paste: (selector, value) => {
    const field = document.querySelector(selector);
    field.focus();
    field.select();
    document.execCommand('insertText', false, value);
    return field.value;
  },

  // Puts a text into a field, whatever it is, in the place of what stands there.
  fillIn: async (selector, value) => {
    fill(await until('the field', () => document.querySelector(selector)), value);
  },

  // Those of some texts that stand nowhere on screen as they are, once they no longer come.
  missing: async wanted => {
    let missing = wanted;
    for (const end = performance.now() + 5_000; missing.length && performance.now() < end; await rest()) {
      const here = new Set(texts('main *, dialog *', document).map(one => one.trim()));
      missing = wanted.filter(one => !here.has(one.trim()));
    }
    return missing;
  },

  // All of a list that shows a part of it at a time.
  every: async more => {
    for (let button_ = button(more); button_; button_ = button(more)) {
      const before = all('main li').length;
      button_.click();
      await until('more of it', () => all('main li').length !== before || !button(more));
    }
  },

  // Entries one after the other, as `read`: those in which its text does not stand as it is.
  readAll: async (older, anew, wanted) => {
    const faults = [];
    const shown = () => document.querySelector('article')?.innerHTML ?? '';
    let before = anew ? '' : shown();
    for (const one of wanted) {
      const next = before === '' ? await firstRow() : await until(older, () => button(older));
      next.click();
      before = await until('another entry', () => shown() !== '' && shown() !== before && shown());
      if (!texts('article *', document).some(text => text.trim() === one.trim())) faults.push(one);
    }
    return faults;
  },

  // What stands in the fields of the page.
  fields: () => all('main textarea, main input').map(field => field.value),

  // Types a text into the field at a place, as pasting does; gives what then stands there.
  pasteAt: (place, value) => {
    const field = all('main textarea')[place];
    field.focus();
    document.execCommand('insertText', false, value);
    return field.value;
  },

  // Presses a button of the form with this name.
  ofForm: async (name, what) => {
    const card = await until(name, () => all('main article').find(one => text('h3', one)?.trim() === name));
    await press(what, card);
  },

  // Opens everything that is folded.
  unfold: async () => {
    for (const one of all('main [aria-expanded=false]')) {
      one.click();
      await rest();
    }
  },

  // Opens the theme at this place from the end, and the first question in it.
  unfoldTheme: async place => {
    const theme = await until('a theme', () => all('main h3 button').at(-place));
    if (theme.getAttribute('aria-expanded') === 'false') theme.click();
    const question = await until('its question', () => theme.closest('li').querySelector('h4 button'));
    question.click();
  },

  // Presses the button with these words at this place from the end.
  fill: async (name, place) => {
    (await until(name, () => all('main button').filter(one => one.textContent.trim() === name).at(-place))).click();
  },
};
