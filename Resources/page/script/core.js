'use strict';

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);
const byId = id => document.getElementById(id);
// Tells the other parts of the page: glassbox:view, glassbox:epoch, …
const send = (name, detail) => document.dispatchEvent(new CustomEvent('glassbox:' + name, { detail }));
const hear = (name, act) => document.addEventListener('glassbox:' + name, event => act(event.detail));

// Light and dark: the system's scheme, unless the reader chose the other.
const root = document.documentElement;
const button = byId('scheme');
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => root.dataset.scheme ? root.dataset.scheme === 'dark' : system.matches;
const name = () => { button.textContent = isDark() ? 'Light scheme' : 'Dark scheme'; };
try { const kept = localStorage.getItem('scheme'); if (kept) root.dataset.scheme = kept; } catch {}
button.onclick = () => {
  root.dataset.scheme = isDark() ? 'light' : 'dark';
  try { localStorage.setItem('scheme', root.dataset.scheme); } catch {}
  name();
};
system.onchange = name;
name();
button.hidden = false;

// The fragment says where the reader is and what they chose: #visual-training?epoch=11&sample=2
const fragment = {
  read() {
    const [place, query = ''] = location.hash.slice(1).split('?');
    try { return [decodeURIComponent(place), new URLSearchParams(query)]; } catch { return ['', new URLSearchParams()]; }
  },
  write(place, choices) {
    const query = choices.toString();
    try { history.replaceState(null, '', '#' + encodeURIComponent(place) + (query && '?' + query)); } catch {}
  },
  get: key => fragment.read()[1].get(key),
  // Sets a choice; null takes it back.
  set(key, value) {
    const [place, choices] = fragment.read();
    if (value === null) choices.delete(key); else choices.set(key, value);
    fragment.write(place, choices);
  },
};

// A figure that another view has too stands here as its copy.
all('.same > a').forEach(link => {
  const copy = byId(link.hash.slice(1)).cloneNode(true);
  copy.removeAttribute('id');
  link.parentElement.replaceWith(copy);
});

// One view and one stage at a time.
const views = all('.view');
function openView(view) {
  const isNew = !view.classList.contains('open');
  views.forEach(other => other.classList.toggle('open', other === view));
  all('.views a').forEach(link => {
    if (link.hash !== '#' + view.id) { link.removeAttribute('aria-current'); return; }
    link.setAttribute('aria-current', 'true');
    const bar = link.closest('.views');
    bar.scrollLeft = link.getBoundingClientRect().left - bar.firstElementChild.getBoundingClientRect().left
      - (bar.clientWidth - link.clientWidth) / 2;
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
  for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
  target.scrollIntoView({ block: target === view ? 'start' : item ? 'nearest' : 'center' });
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
// A link within the page keeps what the reader chose.
addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const query = fragment.read()[1].toString();
  if (!query || link.hash.includes('?')) return;
  event.preventDefault();
  location.hash = link.hash + '?' + query;
});
addEventListener('hashchange', reveal);
reveal();

// What scrolls sideways can be reached by keyboard.
const scrollers = new ResizeObserver(entries => entries.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
  else target.removeAttribute('tabindex');
}));
all('.scroll').forEach(part => scrollers.observe(part));
