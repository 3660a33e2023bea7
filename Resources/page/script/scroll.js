// What scrolls can be reached by keyboard, and fades where more of it lies: to the right, or below.
const fade = part => {
  part.classList.toggle('more', part.scrollLeft + part.clientWidth < part.scrollWidth - 1);
  part.classList.toggle('below', part.scrollTop + part.clientHeight < part.scrollHeight - 1);
};
const scrollers = new ResizeObserver(entries => entries.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
  else target.removeAttribute('tabindex');
  fade(target);
}));
const scrolls = part => {
  scrollers.observe(part);
  part.onscroll = () => fade(part);
  return part;
};
all('.scroll').forEach(scrolls);
