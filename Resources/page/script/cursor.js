// One cursor through every figure over epochs: charts, the table of epochs, the schedule's terms and its card.
// cursor.epoch is the chosen one, 0 before training; cursor.choose(epoch) moves it.
const cursor = (() => {
const svgNS = 'http://www.w3.org/2000/svg';
const draw = (name, attributes, parent) => {
  const part = document.createElementNS(svgNS, name);
  for (const key in attributes) part.setAttribute(key, attributes[key]);
  parent.append(part);
  return part;
};
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const canRun = typeof engine === 'object' && engine.isAvailable;

// The corners of a line, as SVGPath writes it: the ways from each to the next, in tenths of a pixel down.
const corners = path => {
  let [x, y] = [0, 0];
  const ways = path.replace(/h(\d+)/g, 'l$1 0').replaceAll('v', 'l0 ').match(/-?\d+/g) || [];
  return ways.flatMap((way, place) => place % 2 ? [[x += +ways[place - 1], y += way / 10]] : []);
};
// The numbers of an axis make room for the chosen one, which stands at a percentage of it.
const makeRoom = (texts, place) => texts.forEach(text => {
  text.style.opacity = Math.abs(parseFloat(text.getAttribute('x')) - place) < 6 ? 0 : '';
});
// A chart's places, the texts of its data table by place, and what the cursor draws into each panel.
function linked(chart) {
  const table = chart.querySelector('.data table');
  const titles = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
  const texts = new Map([...table.tBodies[0].rows].map(row =>
    [+row.cells[0].textContent, [...row.cells].slice(1).map(cell => cell.textContent)]));
  const places = [...texts.keys()];
  const [first, last] = [places[0], places.at(-1)];
  const share = place => last > first ? (place - first) / (last - first) : .5;
  let column = 0;
  const panels = all('.panel', chart).map(panel => {
    const plot = panel.querySelector('.plot');
    const lines = all('.plot .line', panel).map(line => corners(line.getAttribute('d')));
    let keys = panel.querySelector('.keys');
    if (!keys) {
      keys = make('span', { className: 'keys' });
      keys.append(make('span'));
      panel.querySelector('figcaption').append(keys);
    }
    const values = [...keys.children].map(key => key.appendChild(make('b')));
    const mark = draw('g', { class: 'now', hidden: '' }, plot);
    const rule = draw('line', { y1: 0, y2: 136 }, mark);
    const dots = lines.map(() => draw('circle', { r: 4 }, mark));
    const named = all('.x text:not([y])', panel), tick = named.length && draw('text', { y: 158 }, mark);
    const from = column;
    column += lines.length;
    const show = place => {
      const x = share(place) * 100 + '%';
      mark.toggleAttribute('hidden', !texts.has(place));
      values.forEach((value, line) => { value.textContent = texts.get(place)?.[from + line] ?? ''; });
      if (!texts.has(place)) { makeRoom(named, -99); return; }
      rule.setAttribute('x1', x);
      rule.setAttribute('x2', x);
      dots.forEach((dot, line) => {
        const across = Math.round(share(place) * 1000);
        // A line in steps has no corner at a place.
        const [, y] = lines[line].findLast(([x]) => x <= across) || [];
        dot.setAttribute('cx', x);
        dot.setAttribute('cy', y ?? -99);
      });
      if (!tick) return;
      tick.setAttribute('x', x);
      tick.textContent = place;
      makeRoom(named, share(place) * 100);
    };
    return { plot, show };
  });
  const at = (plot, clientX) => {
    const box = plot.getBoundingClientRect();
    const wanted = first + (clientX - box.left) / box.width * (last - first);
    return places.reduce((best, place) => Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best);
  };
  const say = place => titles.map((title, line) => `${title} ${texts.get(place)?.[line]}`).join('; ');
  return { chart, panels, places, titles, texts, at, say, show: place => panels.forEach(panel => panel.show(place)) };
}

const charts = all('.chart[data-axis=epoch]').map(linked);
const trace = charts.find(({ chart }) => chart.matches('#visual > .chart')) || charts[0];
// The run's own: one that it is compared with may go on for longer.
const lastEpoch = trace ? trace.places.at(-1) : 0;
let epoch = lastEpoch;

// The formula of the chosen epoch: its terms are those of the row that the table of all has.
const formulas = all('table.terms').map(terms => {
  const worked = all('table.worked', terms.closest('.view'))
    .filter(table => table.compareDocumentPosition(terms) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  return { worked, titles: [...terms.tHead.rows[0].cells].map(cell => cell.innerHTML), rows: [...terms.tBodies[0].rows] };
});
function showTerms({ worked, titles, rows }, chosen) {
  const row = rows.find(({ cells }) => +cells[0].textContent === chosen);
  rows.forEach(other => other.classList.toggle('now', other === row));
  if (!row || !worked) return;
  worked.caption.textContent = 'Epoch ' + chosen;
  [...worked.tBodies[0].rows].forEach(({ cells: [term, value] }) => {
    const column = titles.indexOf(term.innerHTML, 1);
    if (column > 0) value.textContent = row.cells[column].textContent;
  });
}

const card = document.querySelector('.flow .h-schedule .s');
const rateColumn = trace ? trace.titles.indexOf('Learning rate') : -1;
const cardRate = card && rateColumn >= 0 && card.appendChild(make('span', { className: 'now' }));

// Draws the cursor at an epoch, chosen or only pointed at; epoch 0 is before training.
function show(chosen) {
  charts.forEach(chart => chart.show(chosen));
  all('.log tr[data-epoch]').forEach(row => {
    row.classList.toggle('now', +row.dataset.epoch === chosen);
    row.toggleAttribute('aria-current', +row.dataset.epoch === chosen);
  });
  formulas.forEach(formula => showTerms(formula, chosen));
  if (cardRate) cardRate.textContent = chosen ? `epoch ${chosen}: ${trace.texts.get(chosen)?.[rateColumn]}` : '';
}

// The control: play, previous, the range, next; it goes to the first linked figure of the open view.
const control = make('div', { className: 'scrubber', id: 'scrubber' });
const act = (id, label, text, act) => {
  const made = make('button', { type: 'button', id: 'scrubber-' + id, textContent: text, onclick: act });
  made.setAttribute('aria-label', label);
  return made;
};
const range = make('input', { type: 'range', id: 'scrubber-epoch', min: canRun ? 0 : 1, max: lastEpoch, step: 1 });
range.setAttribute('aria-label', 'Epoch');
const reading = make('output', { id: 'scrubber-reading' });
const status = make('p', { id: 'scrubber-status', className: 'unseen' });
status.setAttribute('role', 'status');
const play = act('play', 'Play', '▶', () => { if (playing) pause(); else start(); });
const [previous, next] = [act('previous', 'Previous epoch', '‹', () => step(-1)), act('next', 'Next epoch', '›', () => step(1))];
control.setAttribute('role', 'group');
control.setAttribute('aria-label', 'Epoch of all figures');
control.append(play, previous, range, next, reading, status);

let playing, telling;
function choose(chosen, { isKept = true } = {}) {
  chosen = Math.min(Math.max(chosen, +range.min), lastEpoch);
  const isNew = chosen !== epoch;
  epoch = chosen;
  range.value = epoch;
  reading.replaceChildren(...epoch ? [make('span', { textContent: 'epoch ' }), `${epoch} of ${lastEpoch}`] : ['before training']);
  const said = epoch ? `Epoch ${epoch}: ${trace.say(epoch)}` : 'Before training';
  range.setAttribute('aria-valuetext', said);
  [previous.disabled, next.disabled] = [epoch === +range.min, epoch === lastEpoch];
  show(epoch);
  if (!isNew) return;
  if (isKept) fragment.set('epoch', epoch);
  send('epoch', { epoch });
  // Said once the cursor rests; the range says its own value.
  clearTimeout(telling);
  if (!playing && document.activeElement !== range) telling = setTimeout(() => { status.textContent = said; }, 400);
}
function step(way) { pause(); choose(epoch + way); }
function pause() {
  clearInterval(playing);
  playing = null;
  play.textContent = '▶';
  play.setAttribute('aria-label', 'Play');
}
function start() {
  if (epoch === lastEpoch) choose(+range.min);
  playing = setInterval(() => {
    choose(epoch + 1);
    if (epoch === lastEpoch) { pause(); status.textContent = range.getAttribute('aria-valuetext'); }
  }, calm.matches ? 1200 : Math.max(120, Math.min(600, 12000 / lastEpoch)));
  play.textContent = '❚❚';
  play.setAttribute('aria-label', 'Pause');
}
range.oninput = () => { pause(); choose(+range.value); };

charts.forEach(({ panels, at }) => panels.forEach(({ plot }) => {
  const point = event => at(plot, event.clientX);
  plot.classList.add('live');
  plot.onpointerdown = event => {
    if (event.button) return;
    pause();
    plot.setPointerCapture(event.pointerId);
    choose(point(event));
  };
  plot.onpointermove = event => {
    if (event.buttons) choose(point(event)); else if (event.pointerType === 'mouse') show(point(event));
  };
  plot.onpointerleave = () => show(epoch);
}));

function placeControl() {
  const view = document.querySelector('.view.open');
  if (!view || view.contains(control)) return;
  const figure = [...view.children].find(part => part.matches('.chart[data-axis=epoch]') || part.querySelector('.worked'));
  if (figure) figure.before(control); else control.remove();
}
// Past the traces it no longer stays in sight.
const end = document.querySelector('#visual > .quiz');
if (end) new IntersectionObserver(([entry]) =>
  control.classList.toggle('rests', entry.isIntersecting || entry.boundingClientRect.top < 0)).observe(end);

function follow() {
  const [place, choices] = fragment.read();
  const linked = /-epoch-(\d+)$/.exec(place);
  choose(+(linked?.[1] ?? choices.get('epoch') ?? lastEpoch) || 0, { isKept: false });
}
if (lastEpoch > +range.min) {
  hear('view', placeControl);
  placeControl();
  addEventListener('hashchange', () => { pause(); follow(); });
  follow();
}
return { get epoch() { return epoch; }, last: lastEpoch, choose, control, makeRoom };
})();
