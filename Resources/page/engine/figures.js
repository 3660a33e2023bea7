// What figures are made of: elements, numbers as Sources/Views/Text/Numbers.swift writes them, ticks, tables, tints.
const el = (name, properties, ...children) => {
  const node = make(name, properties);
  node.append(...children);
  return node;
};
const svg = (name, attributes, ...children) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
};
const minus = text => text.replaceAll('-', '−').replace('Infinity', '∞');
// As printf rounds: what is exactly in the middle goes to the even digit.
function fixed(value, decimals) {
  const scaled = Math.abs(value) * 10 ** decimals, floor = Math.floor(scaled);
  const isTie = scaled - floor === .5 && Number.isInteger(value * 2 ** (decimals + 1));
  return minus((isTie ? Math.sign(value) * (floor + floor % 2) / 10 ** decimals : value).toFixed(decimals).replace(/^-(?=[0.]+$)/, ''));
}
function precise(value, digits) {
  if (value === null || value === undefined) return '–';
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value) || size < 1e15 && Number.isInteger(value)) return minus(String(value));
  if (size >= 1e4 && size < 1e15) return fixed(value, 0);
  const tie = digits === 4 && /^(-?\d\.\d\d[02468])50*(e.*)$/.exec(value.toExponential(40));
  const rounded = Number(tie ? tie[1] + tie[2] : value.toPrecision(digits));
  const isPlain = Math.abs(rounded) >= 1e-4 && Math.abs(rounded) < 1e4;
  return minus(isPlain ? String(rounded) : rounded.toExponential().replace(/(e.)(\d)$/, '$10$2'));
}
const percent = share => fixed(100 * share, 1) + '%';
// A probability; one that is not 1 never reads as 100.
const probability = share => {
  const text = fixed(100 * share, 2) + '%';
  return share < 1 && text === '100.00%' ? '> 99.99%' : share > 0 && text === '0.00%' ? '< 0.01%' : text;
};
const number = value => precise(value, 4);
// `digits` after the point, where there is a number to write so.
const written = digits => value => Number.isFinite(value) ? fixed(value, digits) : Number.isNaN(value) ? '–' : minus(String(value));
// The number that a text shows.
const readBack = text => +text.replaceAll('−', '-');
// Two values of one quantity and the change from the first to the second, in digits that tell them apart, as
// Sources/Views/Text/Between.swift has them: that of a share in percentage points.
function between(a, b, isShare) {
  const [from, to] = isShare ? [100 * a, 100 * b] : [a, b], change = to - from;
  const exponents = [a, b].filter(value => value && Number.isFinite(value)).map(value => +value.toExponential().split('e')[1]);
  const [least, most] = exponents.length ? [Math.min(...exponents), Math.max(...exponents)] : [0, 0];
  let digits = isShare ? 1 : [a, b].every(Number.isInteger) ? 0 : Math.max(2 - least, Math.min(3 - most, 4), 0);
  let text = value => fixed(value, digits);
  const hasPowers = digits > 6 || most > 14;
  if (hasPowers) [digits, text] = [4, value => precise(value, digits)];
  const isTold = () => text(from) !== text(to) && /[1-9]/.test(text(change));
  const adds = () => hasPowers || text(readBack(text(to)) - readBack(text(from))) === text(change);
  if (change && Number.isFinite(change)) {
    while (digits < 16 && !isTold()) digits++;
    const first = digits;
    while (digits < Math.min(first + (isShare ? 3 : 2), 16) && !adds()) digits++;
    if (!adds()) digits = first;
    if (!isTold()) text = value => minus(String(value));
  }
  const said = value => Number.isFinite(value) ? text(value) : written()(value);
  return [from, to].map(value => said(value) + (isShare ? '%' : ''))
    .concat((change > 0 ? '+' : '') + said(change) + (isShare ? ' points' : ''));
}
const table = (titles, rows) => scrolls(el('div', { className: 'scroll' }, el('table', {},
  el('thead', {}, el('tr', {}, ...titles.map((title, place) => title ? el('th', { textContent: title, className: place ? 'n' : '', scope: 'col' }) : el('td')))),
  el('tbody', {}, ...rows.map(([name, ...cells]) => el('tr', {}, el('th', { scope: 'row', textContent: name }),
    ...cells.map(textContent => el('td', { className: 'n', textContent }))))))));
// The table of numbers in lines of so many columns, each line by its name.
const grid = (head, values, columns, name) => table([head, ...Array.from({ length: columns }, (_, column) => column + 1)],
  Array.from({ length: Math.ceil(values.length / columns) }, (_, line) =>
    [name(line), ...values.slice(line * columns, (line + 1) * columns).map(number)]));
// A table behind a disclosure; it is made when it is opened, and again when it is filled while it is open.
const disclosure = content => {
  const details = el('details', { className: 'data' }, el('summary', { textContent: 'Data' }));
  details.fill = next => {
    content = next;
    if (details.open) details.replaceChildren(details.firstChild, content());
  };
  details.ontoggle = () => details.fill(content);
  return details;
};
function ticks(values, share) {
  let [low, high] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  if (low >= 0 && low < high * .6 && !share) low = 0;
  if (high <= low) [low, high] = [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
  const power = 10 ** Math.floor(Math.log10(high - low));
  const step = [.25, .5, 1, 2, 2.5, 5, 10].map(part => part * power).find(step => (high - low) / step <= 4);
  const first = Math.floor(low / step + 1e-9), last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, place) => +((first + place) * step).toPrecision(12)).filter(value => !share || value <= 1);
}
// The numbers at ticks, with as many digits after the point as the longest of them needs.
function tickTexts(marks, share) {
  const scaled = marks.map(value => +((share ? 100 : 1) * value).toPrecision(12)), texts = scaled.map(String);
  const digits = Math.max(...texts.map(text => (text.split('.')[1] || '').length));
  return scaled.map((value, place) => (texts.some(text => /e/.test(text)) ? number(value) : fixed(value, digits)) + (share ? '%' : ''));
}
// How many tenths of the scale a value has, below 0 with a minus.
const tint = (value, scale) => {
  const tenths = scale > 0 ? Math.round(Math.min(Math.abs(value) / scale, 1) * 10) : 0;
  return tenths ? String(value < 0 ? -tenths : tenths) : '';
};
const largest = values => values.reduce((best, value, place) => Math.abs(value) > Math.abs(values[best]) ? place : best, 0);
// The epochs that an axis names: the first, round ones, the last.
function named(last) {
  if (last < 2) return [last];
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find(step => last - 1 < 6 * step) || Math.floor((last - 1) / 5);
  const room = step + 1 >> 1, first = step > 1 ? step : 2;
  const round = Array.from({ length: Math.max(0, Math.floor((last - room - first) / step) + 1) }, (_, place) => first + place * step);
  return [1, ...round.filter(epoch => epoch > room), last];
}

// Lines as ChartHTML draws them: this run, and the lesson's dashed.
function chart(own, epochs) {
  const length = Math.max(own.length, epochs.length);
  const panels = [['Training loss', 'train', epoch => epoch.loss], ['Validation loss', 'train', epoch => epoch.valLoss],
    ['Validation accuracy', 'evaluate', epoch => epoch.valAccuracy], ['Learning rate', 'schedule', epoch => epoch.rate.lr]];
  const shown = panels.filter(([, , value]) => value(own[0]) !== null);
  const lines = shown.map(([title, hue, value], place) => {
    const [a, b] = [own.map(value), epochs.map(value)];
    const marks = ticks([...a, ...b].filter(Number.isFinite), hue === 'evaluate'), texts = tickTexts(marks, hue === 'evaluate');
    const [low, high] = [marks[0], marks.at(-1)];
    const text = hue === 'evaluate' ? percent : number, ends = [a.at(-1), b.at(-1)];
    const [ours, theirs] = ends.every(Number.isFinite) ? between(...ends, hue === 'evaluate') : ends.map(text);
    // A rate is that of an epoch's beginning.
    const reading = hue === 'schedule'
      ? ours === theirs ? `The last epoch of both runs begins with ${text(ends[0])}.` : `The last epoch begins with ${ours} in the lesson, with ${theirs} here.`
      : ours === theirs ? `Both runs end at ${text(ends[0])}.` : `The lesson ends at ${ours}, this run at ${theirs}.`;
    const y = value => 136 - (value - low) / (high - low) * 128;
    const x = epoch => length > 1 ? (epoch - 1) / (length - 1) : .5;
    const path = (values, isSecond) => {
      const across = place => Math.round(1000 * x(place));
      // What is no finite number leaves a gap.
      const points = values.map((value, place) => Number.isFinite(value) && `${across(place + 1)} ${y(value).toFixed(1)}`);
      // A rate holds halfway to its neighbours.
      const turns = values.map((value, place) => place && value !== values[place - 1] ? `H${across(place + .5)}V${y(value).toFixed(1)}` : '');
      const d = hue === 'schedule' ? `M${points[0]}${turns.join('')}H${across(values.length)}` : points.map((point, place) => point ? (points[place - 1] ? 'L' : 'M') + point : '').join('');
      const line = svg('path', { class: isSecond ? 'line second' : 'line', d });
      if (points.length > 40) return [line];
      const dots = points.filter(Boolean).map(point => `M${point}z`).join('');
      return [line, ...(isSecond ? ['square', 'hole'] : ['mark']).map(name => svg('path', { class: name, d: dots }))];
    };
    const isLast = place === shown.length - 1;
    const picture = svg('svg', { class: 'plot', height: isLast ? 180 : 144, role: 'img', 'aria-label': `${title} of both runs` },
      ...marks.flatMap((value, place) => {
        const label = svg('text', { class: 'tick y', x: -10, y: y(value) + 4 }, texts[place]);
        return [svg('line', { class: 'grid', x2: '100%', y1: y(value), y2: y(value) }), label];
      }),
      svg('svg', { width: '100%', height: 144, viewBox: '0 0 1000 144', preserveAspectRatio: 'none' }, ...path(a, true), ...path(b)),
      ...isLast ? named(length).map(epoch => svg('text', { class: 'tick x', x: 100 * x(epoch) + '%', y: 158 }, epoch)) : [],
      ...isLast ? [svg('text', { class: 'tick title', x: '50%', y: 176 }, 'epoch')] : []);
    return el('figure', { className: `panel h-${hue}` }, el('figcaption', {}, el('b', { textContent: title }), ' ',
      el('span', { className: 'reading', textContent: reading }),
      el('span', { className: 'keys' }, el('span', {}, 'this run'), el('span', { className: 'second' }, 'the lesson'))), picture);
  });
  const titles = shown.flatMap(([title]) => [title + ', lesson', title + ', this run']);
  const rows = Array.from({ length }, (_, place) => [place + 1, ...shown.flatMap(([, hue, value]) => [own, epochs].map(run => run[place] ? (hue === 'evaluate' ? percent : number)(value(run[place])) : '–'))]);
  return el('div', { className: 'chart' }, ...lines, el('details', { className: 'data' }, el('summary', { textContent: 'Data' }), table(['Epoch', ...titles], rows)));
}

