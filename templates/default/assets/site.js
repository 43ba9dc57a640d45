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

  const neverBegins = /^[的了着过地得上中下里]$|^\p{P}/u;
  const neverEnds = /\p{Ps}|\p{Pi}/u;

  /**
   * A headline breaks between words, as a newspaper's does. The browser knows the words of a dictionary: single
   * characters between them (谋发展, 首位度) belong to a word it does not know, unless the stretch gets long.
   */
  function breakBetweenWords(half, segmenter) {
    const pieces = Array.from(segmenter.segment(half.textContent), ({ segment }) => segment);
    if (pieces.length < 3) return;
    const parts = [''];
    let before = '';
    pieces.forEach((piece, index) => {
      // Two characters and a word (大抓落实), or four (走深走实), are one phrase.
      const [next = '', third = '', fourth = '', fifth = ''] = pieces.slice(index + 1);
      const isPhrase =
        piece.length === 1 && next.length === 1 && (third.length > 1 || (fourth.length === 1 && fifth.length !== 1));
      const isWhole = before.length > 1 && (piece.length > 1 || isPhrase);
      const isIdiom = before.length > 3 || piece.length > 3;
      const isLong = parts[parts.length - 1].length > 7 && before.length > 1;
      const mayBreak = isWhole || isIdiom || isLong || /[的了]$/.test(before);
      if (before && mayBreak && !neverBegins.test(piece) && !neverEnds.test(before)) parts.push(piece);
      else parts[parts.length - 1] += piece;
      before = piece;
    });
    half.textContent = '';
    parts.forEach((part, index) => {
      if (index > 0) half.append(document.createElement('wbr'));
      half.append(part);
    });
    half.classList.add('phrased');
  }

  if (Intl.Segmenter) {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    for (const half of document.querySelectorAll('.half')) breakBetweenWords(half, segmenter);
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
