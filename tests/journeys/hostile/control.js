// A page that does everything wrong. Each text is put, in a frame of its own, into every place where
// a careless program puts texts, until a mark of it is seen. Gives for each text the place where it
// ran, or null.
window.tryAll = async payloads => {
  const quoted = text => JSON.stringify(text).replaceAll('<', '\\u003c');
  const script = code => `<body><p id=place></p><p id=other></p><script>${code}</script>`;
  const into = value => text => script(`place.innerHTML = (${value})(${quoted(text)})`);
  const merge = `function merge(to, from) {
    for (const key in from)
      if (typeof from[key] === 'object') merge(to[key] ??= {}, from[key]); else to[key] = from[key];
  }`;
  const places = {
    'the page itself': text => `<body>${text}`,
    innerHTML: into('text => text'),
    'innerHTML, read and set again': text =>
      script(`other.innerHTML = ${quoted(text)}; place.innerHTML = other.innerHTML`),
    'innerHTML of what was decoded': text =>
      script(`other.innerHTML = ${quoted(text)}; place.innerHTML = other.textContent`),
    'innerHTML of what was an address': into('decodeURIComponent'),
    'innerHTML of what was normalised': into(`text => text.normalize('NFKC')`),
    'document.write of what was normalised': text => script(`document.write(${quoted(text)}.normalize('NFKC'))`),
    'the title': text => `<title>${text}</title>`,
    'a comment': text => `<body><!-- ${text} -->`,
    'a text field': text => `<body><textarea>${text}</textarea>`,
    'an attribute in double quotes': text => `<body><input value="${text}">`,
    'an attribute in single quotes': text => `<body><input value='${text}'>`,
    'an attribute without quotes': text => `<body><input value=${text}>`,
    'a list in a label': text => `<body><label><select title="${text}`,
    'the address of a link': text => script(`const link = document.createElement('a');
      link.href = ${quoted(text)}; place.append(link); link.click()`),
    'the address of a frame': text => script(`const frame = document.createElement('iframe');
      frame.src = ${quoted(text)}; place.append(frame)`),
    'a rule of style': text => `<style>p { color: ${text} }</style><body><p>x`,
    'an attribute of style': text => `<body><p style="color: ${text}">x`,
    'a string in double quotes': text => `<body><p id=place><script>place.innerHTML = "${text}"</script>`,
    'a string of which the quotes alone are escaped': text =>
      `<body><script>"${text.replaceAll('"', '\\"')}"</script>`,
    'a string in single quotes': text => `<body><p id=place><script>place.innerHTML = '${text}'</script>`,
    'a template literal': text => `<body><p id=place><script>place.innerHTML = \`${text}\`</script>`,
    'a comment on one line of a script': text => `<body><script>// ${text}\n</script>`,
    'a comment in a script': text => `<body><script>/* ${text} */</script>`,
    eval: text => script(`(0, eval)(${quoted(text)})`),
    'a template': into(`text => text.replace(
      /\\{\\{(.*?)\\}\\}|\\[\\[\\$\\{(.*?)\\}\\]\\]|#\\{(.*?)\\}|\\{@html (.*)\\}|\\{#if (.*?)\\}|<%= (.*?) %>|\\{(.*?)\\}/g,
      (...found) => (0, eval)(found.slice(1, 8).find(code => code !== undefined)))`),
    'an object that others are merged into': text => script(`${merge}; merge({}, JSON.parse(${quoted(text)}))`),
    'a path of keys': text => script(`let at = {}; const [path, value] = ${quoted(text)}.split('=');
      const keys = path.split(/[.[\\]]+/).filter(Boolean);
      for (const key of keys.slice(0, -1)) at = at[key];
      at[keys.at(-1)] = value ?? 1`),
    'a key': text => script(`const all = {}; (all[${quoted(text)}] ??= {}).__ran = 1`),
  };

  const ran = new Set();
  // Each frame takes its hooks over from here before anything else of it runs.
  window.hook = (frame, number) => {
    const mark = () => ran.add(number);
    Object.assign(frame, { alert: mark, confirm: mark, prompt: mark, open: mark });
    for (const name of ['log', 'warn', 'error']) frame.console[name] = mark;
    frame.addEventListener('message', mark);
  };
  const poke = document => {
    for (const element of document.querySelectorAll('*')) {
      const events = [...element.attributes].map(({ name }) => name).filter(name => name.startsWith('on'));
      for (const name of events) element.dispatchEvent(new Event(name.slice(2), { bubbles: true }));
      if (element.matches('[autofocus], [tabindex]')) element.focus();
      if (element.matches('a, button, math, input')) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      if (element.matches('form')) element.requestSubmit();
    }
  };
  // Where a frame went to, the server knows.
  const sees = ({ contentWindow: inside, contentDocument: document }) => document !== null && (
    inside.__ran !== undefined || new inside.Object().__ran !== undefined
      || document.title === 'ran' || document.getElementById('ran') !== null);
  const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  const where = payloads.map(() => null);
  for (const [place, page] of Object.entries(places)) {
    const open = payloads.map((_, number) => number).filter(number => where[number] === null);
    if (open.length === 0) break;
    const frames = open.map(number => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><script>parent.hook(window, ${number})</script>` + page(payloads[number]);
      document.body.append(frame);
      return [number, frame];
    });
    for (let turn = 0; turn < 6; turn += 1) {
      await rest(turn === 0 ? 150 : 50);
      for (const [number, frame] of frames) {
        if (turn === 1 && frame.contentDocument) poke(frame.contentDocument);
        if (sees(frame)) ran.add(number);
      }
    }
    for (const number of await (await fetch('/hits')).json()) ran.add(number);
    for (const number of open) if (ran.has(number)) where[number] = place;
    for (const [, frame] of frames) frame.remove();
  }
  return where;
};
