// Before the first paint, so that a dark page never flashes white; src/shared/ui/theme.ts goes on from here.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('jixiao.theme');
  } catch {
    // A browser that keeps nothing follows its own setting.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
})();
