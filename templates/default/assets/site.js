// Settings of the reader, and buttons that need a script. Without it every page reads the same.
(() => {
  const root = document.documentElement;

  function remember(mode, value) {
    if (value) root.setAttribute(`data-${mode}`, value);
    else root.removeAttribute(`data-${mode}`);
    try {
      if (value) localStorage.setItem(`zhaideng-${mode}`, value);
      else localStorage.removeItem(`zhaideng-${mode}`);
    } catch {
      // The setting then holds for this page.
    }
  }

  function showMode(button) {
    const value = root.getAttribute(`data-${button.dataset.mode}`);
    if (button.dataset.mode === 'theme') button.textContent = button.dataset[value || 'auto'];
    else button.setAttribute('aria-pressed', String(Boolean(value)));
  }

  const nextTheme = { '': 'dark', dark: 'light', light: '' };

  for (const button of document.querySelectorAll('[data-mode]')) {
    const mode = button.dataset.mode;
    showMode(button);
    button.addEventListener('click', () => {
      const value = root.getAttribute(`data-${mode}`) || '';
      remember(mode, mode === 'theme' ? nextTheme[value] : value ? '' : 'on');
      showMode(button);
    });
  }
  for (const element of document.querySelectorAll('.modes')) element.hidden = false;

  const neverBegins = /^[的了着过地得上中下里]$|^[，。、；：！？”’」』）》〉】…—·,.;:!?%)]/;
  const neverEnds = /[“‘「『（《〈【(]$/;

  /**
   * A headline breaks between words, as a newspaper's does. The browser knows the words of a dictionary: single
   * characters between them (谋发展, 首位度) belong to a word it does not know, unless the stretch gets long.
   */
  function breakBetweenWords(half, segmenter) {
    const pieces = Array.from(segmenter.segment(half.textContent), (piece) => piece.segment);
    if (pieces.length < 3) return;
    const parts = [''];
    let before = '';
    pieces.forEach((piece, index) => {
      // Two characters and a word (大抓落实), or four (走深走实), are one phrase.
      const lengths = [0, 1, 2, 3, 4].map((step) => (pieces[index + step] || '').length);
      const isPhrase =
        lengths[0] === 1 && lengths[1] === 1 && (lengths[2] > 1 || (lengths[3] === 1 && lengths[4] !== 1));
      const isWhole = before.length > 1 && (piece.length > 1 || isPhrase);
      const isIdiom = before.length > 3 || piece.length > 3;
      const length = parts[parts.length - 1].length;
      const isLong = length > 7 || (length > 5 && before.length > 1);
      const mayBreak = isWhole || isIdiom || isLong || /[的了]$/.test(before);
      if (before && mayBreak && !neverBegins.test(piece) && !neverEnds.test(before)) parts.push(piece);
      else parts[parts.length - 1] += piece;
      before = piece;
    });
    offerBreaks(half, parts);
  }

  function offerBreaks(element, parts) {
    element.textContent = '';
    parts.forEach((part, index) => {
      if (index > 0) element.append(document.createElement('wbr'));
      element.append(part);
    });
    element.classList.add('phrased');
  }

  // The dictionary is slow to come on a cheap phone: in a task of its own, so that the page answers meanwhile.
  if (Intl.Segmenter) {
    setTimeout(() => {
      const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
      for (const half of document.querySelectorAll('.half, .nameplate a')) breakBetweenWords(half, segmenter);
    });
  }
  // A long name breaks behind its dot.
  for (const name of document.querySelectorAll('.name')) {
    const parts = name.textContent.match(/[^·•]+[·•]?/g) || [];
    if (parts.length > 1) offerBreaks(name.firstElementChild || name, parts);
  }

  // Only a secure page may write to the clipboard.
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('[data-copy]')) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      const link = document.querySelector('link[rel=canonical]');
      const text = source ? source.textContent.trim() : link ? link.href : location.href.split('#')[0];
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = button.dataset.done;
      } catch {
        button.textContent = button.dataset.failed;
      }
      setTimeout(() => {
        button.textContent = label;
      }, 2500);
    });
  }
})();
