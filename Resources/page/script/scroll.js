// What scrolls sideways can be reached by keyboard, and fades where more of it lies.
const more = part => part.classList.toggle('more', part.scrollLeft + part.clientWidth < part.scrollWidth - 1);
const scrollers = new ResizeObserver(entries => entries.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
  else target.removeAttribute('tabindex');
  more(target);
}));
all('.scroll').forEach(part => {
  scrollers.observe(part);
  part.onscroll = () => more(part);
});
