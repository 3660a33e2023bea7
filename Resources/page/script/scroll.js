// What scrolls sideways can be reached by keyboard.
const scrollers = new ResizeObserver(entries => entries.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
  else target.removeAttribute('tabindex');
}));
all('.scroll').forEach(part => scrollers.observe(part));
