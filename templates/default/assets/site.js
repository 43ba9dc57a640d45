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
