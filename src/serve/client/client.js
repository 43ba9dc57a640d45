/*
 * Runs in every previewed page: keeps in touch with the server, reloads, exchanges stylesheets, shows errors.
 * Everything shown is set as text, never as HTML: it quotes content, which anybody may have written.
 */
(() => {
  const own = new URL(document.currentScript.src);
  const folder = own.pathname.slice(0, own.pathname.lastIndexOf('/') + 1);
  const token = own.searchParams.get('token');
  let revision = own.searchParams.get('revision');
  let stream = null;
  let retry = 0;
  let overlay = null;
  let hidden = '';

  const POSITION = `zhaideng ${location.pathname}`;

  function connect() {
    clearTimeout(retry);
    stream?.close();
    stream = new EventSource(`${folder}events?revision=${revision}&token=${token}`);
    stream.addEventListener('reload', reload);
    stream.addEventListener('styles', (event) => {
      revision = event.lastEventId;
      exchangeStyles(JSON.parse(event.data).addresses);
    });
    stream.addEventListener('problem', (event) => {
      show(JSON.parse(event.data));
      rest();
    });
    stream.addEventListener('fine', () => {
      hide();
      hidden = '';
      rest();
    });
    stream.addEventListener('error', () => {
      // Connecting again is the browser's business, unless the server refused: then it is another server.
      if (stream.readyState === EventSource.CLOSED) awaitServer();
    });
  }

  /*
   * A browser opens six connections to a server, and each stream holds one: with seven pages open the seventh
   * would never load. So a page that is not seen asks every now and then and lets go.
   */
  function rest() {
    if (!document.hidden) return;
    stream.close();
    clearTimeout(retry);
    retry = setTimeout(connect, 2000);
  }

  function awaitServer() {
    stream.close();
    clearTimeout(retry);
    retry = setTimeout(() => {
      fetch(`${folder}ping`, { cache: 'no-store' }).then(
        (response) => (response.ok ? reload() : awaitServer()),
        awaitServer,
      );
    }, 500);
  }

  function reload() {
    stream.close();
    remember({ x: scrollX, y: scrollY });
    location.reload();
  }

  function remember(position) {
    try {
      sessionStorage.setItem(POSITION, JSON.stringify(position));
    } catch {
      // A browser that stores nothing keeps the position by its own means, mostly.
    }
  }

  function restorePosition() {
    try {
      const position = JSON.parse(sessionStorage.getItem(POSITION));
      sessionStorage.removeItem(POSITION);
      if (position) scrollTo({ left: position.x, top: position.y, behavior: 'instant' });
    } catch {
      // As above.
    }
  }

  /** Puts the new stylesheet beside the old one and takes that away when the new one is there: no bare page in between. */
  function exchangeStyles(addresses) {
    let found = 0;
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const url = new URL(link.href);
      if (url.origin !== location.origin || !addresses.includes(url.pathname)) continue;
      found += 1;
      const fresh = link.cloneNode();
      fresh.removeAttribute('integrity');
      url.searchParams.set('v', `r${revision}`);
      fresh.href = url.href;
      fresh.addEventListener('load', () => link.remove());
      fresh.addEventListener('error', () => link.remove());
      link.after(fresh);
    }
    // A stylesheet that another one imports has no link.
    if (found < addresses.length) reload();
  }

  function show(problem) {
    const text = JSON.stringify(problem);
    if (text === hidden) return;
    hide();
    overlay = document.createElement('zhaideng-problem');
    const root = overlay.attachShadow({ mode: 'open' });
    const look = element('link');
    look.rel = 'stylesheet';
    look.href = `${folder}overlay.css`;
    const box = element('section', '', 'box');
    box.setAttribute('role', 'alert');
    const head = element('header');
    const close = element('button', problem.close);
    close.type = 'button';
    close.addEventListener('click', () => {
      hidden = text;
      hide();
    });
    head.append(element('h2', problem.title), close);
    box.append(head, ...problem.findings.map(finding));
    if (problem.more) box.append(element('p', problem.more));
    root.append(look, box);
    document.documentElement.append(overlay);
    addEventListener('keydown', onKey);
  }

  function finding({ place, reason, hint, frame }) {
    const item = element('article');
    item.append(element('code', place, 'place'), element('p', reason, 'reason'), element('p', hint, 'hint'));
    if (frame.length === 0) return item;
    const source = element('pre');
    for (const { line, before, marked, after } of frame) {
      const row = element('div', '', marked ? 'row here' : 'row');
      row.append(element('span', String(line), 'number'), before);
      if (marked) row.append(element('mark', marked), after);
      source.append(row);
    }
    item.append(source);
    return item;
  }

  function element(name, text = '', className = '') {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function onKey(event) {
    if (event.key === 'Escape') overlay?.shadowRoot.querySelector('button').click();
  }

  function hide() {
    overlay?.remove();
    overlay = null;
    removeEventListener('keydown', onKey);
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) connect();
    else if (stream.readyState === EventSource.OPEN) rest();
  });
  // A page that comes back from the history has missed what was said meanwhile.
  addEventListener('pageshow', (event) => {
    if (event.persisted) connect();
  });
  if (document.readyState === 'complete') restorePosition();
  else addEventListener('load', restorePosition);
  connect();
})();
