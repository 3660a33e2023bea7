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

// Whether a click on a link asks for another tab or window.
const goesElsewhere = event => event.ctrlKey || event.metaKey || event.shiftKey;
