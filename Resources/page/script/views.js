// A figure that another view has too stands here as its copy.
const copyFigures = within => all('.same > a', within).forEach(link => {
  const copy = byId(link.hash.slice(1)).cloneNode(true);
  copy.removeAttribute('id');
  link.parentElement.replaceWith(copy);
});
// Until all is drawn, what is not in sight takes no time.
const drawAll = () => root.classList.add('whole');

// One view and one stage at a time.
const views = all('.view');
function openView(view) {
  const isNew = !view.classList.contains('open');
  copyFigures(view);
  views.forEach(other => other.classList.toggle('open', other === view));
  all('.views a').forEach(link => {
    if (link.hash !== '#' + view.id) { link.removeAttribute('aria-current'); return; }
    link.setAttribute('aria-current', 'true');
    const bar = link.closest('.views');
    // By then the page is laid out once, with all that changes now.
    requestAnimationFrame(() => {
      bar.scrollLeft = link.getBoundingClientRect().left - bar.firstElementChild.getBoundingClientRect().left
        - (bar.clientWidth - link.clientWidth) / 2;
    });
  });
  if (isNew) send('view', { view: view.id });
}
function openStage(item) {
  all(':scope > li', item.parentElement).forEach(other => {
    other.classList.toggle('open', other === item);
    const card = other.querySelector('.card');
    if (other === item) card.setAttribute('aria-current', 'true'); else card.removeAttribute('aria-current');
  });
}
const opening = views.find(view => view.classList.contains('open'));
function reveal() {
  const place = fragment.read()[0];
  const target = byId(place);
  all('.target').forEach(part => part.classList.remove('target'));
  if (!target) { if (!place && opening) openView(opening); return; }
  target.classList.add('target');
  const view = target.closest('.view');
  if (view) openView(view);
  const item = target.closest('.flow > li');
  if (item) openStage(item);
  if (target !== view) drawAll();
  for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
  (item?.querySelector('.card') || target).scrollIntoView({ block: target === view || item ? 'start' : 'center' });
  if (!target.matches('a, button, input, summary, [tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
all('.card').forEach(card => card.addEventListener('click', event => {
  event.preventDefault();
  const before = card.getBoundingClientRect().top;
  openStage(card.parentElement);
  scrollBy({ top: card.getBoundingClientRect().top - before, behavior: 'instant' });
  fragment.write(card.hash.slice(1), fragment.read()[1]);
}));
// A tab's view opens with the click, before the fragment tells of it.
all('.views a').forEach(tab => tab.addEventListener('click', event => {
  if (!goesElsewhere(event)) openView(byId(tab.hash.slice(1)));
}));
addEventListener('hashchange', reveal);
reveal();

