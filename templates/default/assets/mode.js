// Runs before the first paint, so that a reader's own settings never flash.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    for (const mode of ['elder', 'contrast', 'theme']) {
      const value = localStorage.getItem(`zhaideng-${mode}`);
      if (value) root.setAttribute(`data-${mode}`, value);
    }
  } catch {
    // Storage is refused: the site's own settings hold.
  }
})();
