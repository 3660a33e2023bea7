// Tables and charts, as the build draws them.
const el = (name, properties, ...children) => {
  const node = make(name, properties);
  node.append(...children);
  return node;
};
const number = value => value === null || value === undefined ? '–' : String(+value.toPrecision(4)).replace('-', '−');
const percent = value => (100 * value).toFixed(1) + '%';
const table = (titles, rows) => el('div', { className: 'scroll' }, el('table', {},
  el('thead', {}, el('tr', {}, ...titles.map((title, place) => title ? el('th', { textContent: title, className: place ? 'n' : '', scope: 'col' }) : el('td')))),
  el('tbody', {}, ...rows.map(([name, ...cells]) => el('tr', {}, el('th', { scope: 'row', textContent: name }),
    ...cells.map(textContent => el('td', { className: 'n', textContent })))))));

// Lines as ChartHTML draws them: this run, and the lesson's dashed.
const svg = (name, attributes, ...children) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
};
function ticks(values, share) {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0 && low < high * .6 && !share) low = 0;
  if (high <= low) [low, high] = [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
  const power = 10 ** Math.floor(Math.log10(high - low));
  const step = [.25, .5, 1, 2, 2.5, 5, 10].map(part => part * power).find(step => (high - low) / step <= 4);
  const first = Math.floor(low / step + 1e-9), last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step).filter(value => !share || value <= 1);
}
function chart(own, epochs) {
  const length = Math.max(own.length, epochs.length);
  const panels = [['Training loss', 'train', epoch => epoch.loss], ['Validation loss', 'train', epoch => epoch.valLoss],
    ['Validation accuracy', 'evaluate', epoch => epoch.valAccuracy], ['Learning rate', 'schedule', epoch => epoch.rate.lr]];
  const shown = panels.filter(([, , value]) => value(own[0]) !== null);
  const lines = shown.map(([title, hue, value], place) => {
    const [a, b] = [own.map(value), epochs.map(value)];
    const marks = ticks([...a, ...b].filter(Number.isFinite), hue === 'evaluate');
    const [low, high] = [marks[0], marks.at(-1)];
    const text = hue === 'evaluate' ? percent : number;
    const y = value => 136 - (value - low) / (high - low) * 128;
    const x = epoch => length > 1 ? (epoch - 1) / (length - 1) : .5;
    const path = (values, isSecond) => {
      const points = values.map((value, place) => `${Math.round(1000 * x(place + 1))} ${y(value).toFixed(1)}`);
      const line = svg('path', { class: isSecond ? 'line second' : 'line', d: 'M' + points.join('L') });
      if (points.length > 40) return [line];
      const d = points.map(point => `M${point}h0`).join('');
      return isSecond ? [line, svg('path', { class: 'mark square', d }), svg('path', { class: 'mark hole', d })] : [line, svg('path', { class: 'mark', d })];
    };
    const key = (name, isSecond) => {
      const icon = svg('svg', { width: 26, height: 10, 'aria-hidden': 'true' }, svg('path', { class: isSecond ? 'line second' : 'line', d: 'M0 5L26 5' }));
      return el('span', {}, icon, name);
    };
    const isLast = place === shown.length - 1;
    const picture = svg('svg', { class: 'plot', height: isLast ? 180 : 144, role: 'img', 'aria-label': `${title} of both runs` },
      ...marks.flatMap(value => {
        const label = svg('text', { class: 'tick y', x: -10, y: y(value) + 4 }, text(value));
        return [svg('line', { class: 'grid', x2: '100%', y1: y(value), y2: y(value) }), label];
      }),
      svg('svg', { width: '100%', height: 144, viewBox: '0 0 1000 144', preserveAspectRatio: 'none' }, ...path(a, true), ...path(b)),
      ...isLast ? [...new Set([1, Math.round(length / 2), length])].map(epoch => svg('text', { class: 'tick x', x: 100 * x(epoch) + '%', y: 158 }, epoch)) : [],
      ...isLast ? [svg('text', { class: 'tick title', x: '50%', y: 176 }, 'epoch')] : []);
    return el('figure', { className: `panel h-${hue}` }, el('figcaption', {}, el('b', { textContent: title }), ' ',
      el('span', { className: 'reading', textContent: `The lesson ends at ${text(a.at(-1))}, this run at ${text(b.at(-1))}.` }),
      el('span', { className: 'keys' }, key('this run'), key('the lesson', true))), picture);
  });
  const titles = shown.flatMap(([title]) => [title + ', lesson', title + ', this run']);
  const rows = Array.from({ length }, (_, place) => [place + 1, ...shown.flatMap(([, , value]) => [own, epochs].map(run => run[place] ? number(value(run[place])) : '–'))]);
  return el('div', { className: 'chart' }, ...lines, el('details', { className: 'data' }, el('summary', { textContent: 'Data' }), table(['Epoch', ...titles], rows)));
}

