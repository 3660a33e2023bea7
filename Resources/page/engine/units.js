// The prediction trace at the cursor's epoch: cells, facts, probabilities and the answer; each unit opens to its sum.
(() => {
  const lists = samples.lists;
  if (!lists.length || cursor.last < 1) return;
  const note = el('p', { className: 'st', id: 'prediction-epoch' });
  (byId('samples') || lists[0].previousElementSibling).before(note);
  // What the chosen unit of each step is, by the step's place; the fragment has them as step.unit-step.unit.
  const chosen = new Map();
  const names = new Map();

  const figures = lists.map((list, sample) => [...list.children].map((item, place, items) => {
    const strip = item.querySelector('.strip');
    const bars = all('.bars', item).find(bars => !bars.closest('.sum'));
    const layers = (item.querySelector('.sh').firstChild?.textContent || '').split(', ');
    // What follows the layer with weights, which is told with its shapes, or its mean, and changes its sums.
    const first = layers.findIndex(layer => layer.includes('→')), mean = layers.findLastIndex(layer => /AvgPool/.test(layer));
    const after = layers.slice(Math.max(first, mean) + 1).filter(name => !/latten/.test(name));
    return {
      item, place, strip, bars, facts: item.querySelector('header'), isLayer: place > 0 && place < items.length - 1,
      isLast: place === items.length - 2, activation: after, isMean: mean >= 0, layer: /^\w*/.exec(layers[first])?.[0],
      cells: strip ? all('.cells td', strip) : [], pictures: all('.pixels', item), sum: strip?.querySelector('.sum'), isRectified: /ReLU\(/.test(strip?.querySelector('.total')?.textContent), id: `sample-${sample + 1}-unit-${place + 1}`,
    };
  }));

  // Which value stands out, and how many are its equals, as TracedStep.swift tells it.
  function reading(values, place, name, isClass) {
    const value = number(values[place]), size = Math.abs(values[place]);
    if (values.length === 1) return `It is ${value}.`;
    if (isClass) return `The highest is ${name}, ${value}.`;
    if (values.every(other => other === values[place])) return `All are ${value}.`;
    const equals = values.filter(other => Math.abs(other) === size).length - 1;
    const [what, alike] = values.some(value => value < 0) ? ['furthest from 0', 'far'] : ['largest', 'large'];
    const others = equals ? `, and ${equals === 1 ? 'another is' : `${equals} more are`} as ${alike}` : '';
    return `The ${what} is ${name}, ${value}${others}.`;
  }

  // Makes the cells of a step a grid in which one is chosen, by key, pointer, or the list of their names.
  function open(figure) {
    const { cells, strip, place } = figure;
    const grid = strip.querySelector('.cells');
    [[grid, 'grid'], [grid.tBodies[0], 'rowgroup'], ...[...grid.rows].map(row => [row, 'row']), ...cells.map(cell => [cell, 'gridcell'])]
      .forEach(([part, role]) => part.setAttribute('role', role));
    figure.field = el('select', { id: figure.id, onchange: () => choose(place, figure.field.selectedIndex) });
    figure.sum ||= strip.appendChild(el('div', { className: 'sum' }));
    figure.sum.before(el('p', { className: 'pick' }, el('label', {}, 'The sum of ', figure.field)));
    grid.onclick = ({ target }) => { const unit = cells.indexOf(target.closest('td')); if (unit >= 0) choose(place, unit, cells[unit]); };
    grid.onkeydown = event => {
      const unit = cells.indexOf(event.target);
      const { offsetTop, offsetLeft } = event.target;
      // The nearest cell of the line above or below; of feature maps too, which stand side by side.
      const beside = way => cells.indexOf(cells.filter(cell => way * (cell.offsetTop - offsetTop) > 2).sort((a, b) =>
        way * (a.offsetTop - b.offsetTop) || Math.abs(a.offsetLeft - offsetLeft) - Math.abs(b.offsetLeft - offsetLeft))[0]);
      const to = {
        ArrowLeft: () => unit - 1, ArrowRight: () => unit + 1, ArrowUp: () => beside(-1), ArrowDown: () => beside(1),
        Home: () => 0, End: () => cells.length - 1,
      }[event.key]?.();
      if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      if (cells[to]) choose(place, to, cells[to]);
    };
  }
  function choose(place, unit, focused) {
    chosen.set(place, unit);
    fragment.set('unit', [...chosen].map(([place, unit]) => `${place + 1}.${unit + 1}`).join('-'));
    draw();
    focused?.focus();
  }

  function drawLayer(figure, step, classes) {
    const { cells, strip, pictures, isLast, facts, bars, place } = figure;
    const values = isLast && bars && step.preactivations.length ? step.preactivations : step.values;
    const { zeros, mean } = step.statistics;
    const said = !isLast ? [...zeros ? [`${zeros} of ${step.values.length} units are zero`] : [], `mean ${number(mean)}`]
      : step.preactivations.length && step.preactivations.length <= 4 ? [`logits ${step.preactivations.map(number).join(', ')}`] : [];
    all('.st', facts).forEach(fact => fact.remove());
    facts.append(...said.map(textContent => el('p', { className: 'st', textContent })));
    if (pictures.length) drawMaps(pictures, step);
    if (cells.length !== values.length) return;
    const isClass = isLast && values.length === classes;
    const title = unit => isClass ? `Class ${className(unit)}` : `Unit ${unit + 1}`;
    const map = strip.querySelector('.maps');
    const size = map ? map.rows[0].cells.length : 1, columns = map && +map.style.getPropertyValue('--n');
    const name = unit => isClass ? `that of class ${className(unit)}` : size === 1 ? `unit ${unit + 1}`
      : `in map ${Math.floor(unit / size) + 1}, row ${Math.floor(unit % size / columns) + 1}, column ${unit % columns + 1}`;
    const top = largest(values), scale = Math.abs(values[top]), named = isClass ? values.indexOf(Math.max(...values)) : top;
    if (step.units.length && !figure.field) {
      open(figure);
      figure.field.append(...cells.slice(0, step.units.length).map((_, unit) => el('option', { textContent: title(unit).toLowerCase() })));
    }
    cells.forEach((cell, unit) => {
      cell.textContent = number(values[unit]);
      cell.className = tint(values[unit], scale);
      if (figure.field) cell.setAttribute('aria-label', `${title(unit)}: ${cell.textContent}`);
    });
    strip.querySelector(':scope > .reading').textContent = reading(values, named, name(named), isClass);
    if (!figure.field) return;
    figure.own ??= Math.max(cells.findIndex(cell => 'chosen' in cell.dataset), 0);
    const unit = Math.min(chosen.get(place) ?? figure.own, step.units.length - 1);
    cells.forEach((cell, other) => {
      cell.toggleAttribute('data-chosen', other === unit);
      cell.setAttribute('aria-selected', other === unit);
      cell.tabIndex = other === unit ? 0 : -1;
    });
    figure.field.selectedIndex = unit;
    figure.sum.replaceChildren(...opened(step.units[unit], title(unit), figure, values[unit]));
  }

  // Feature maps, as PixelsHTML draws them: a path for each shade.
  function drawMaps(pictures, { values, shape: [, rows, columns], statistics: { minimum, maximum } }) {
    const most = Math.max(maximum, Math.abs(minimum)), isSigned = minimum < 0;
    pictures.forEach((picture, map) => {
      const own = values.slice(map * rows * columns, (map + 1) * rows * columns);
      const paths = new Map();
      own.forEach((value, place) => {
        const shade = most ? Math.round(value / most * 16) : 0;
        if (shade) paths.set(shade, `${paths.get(shade) || ''}M${place % columns} ${Math.floor(place / columns)}h1`);
      });
      picture.classList.toggle('signed', isSigned);
      picture.replaceChildren(...[...paths].map(([shade, d]) => svg('path', { class: shade < 0 ? 'u' : '', opacity: Math.abs(shade) / 16, d })));
      const reading = picture.closest('figure').querySelector('.reading');
      if (reading) reading.textContent = `At most ${number(Math.max(...own))}.`;
    });
  }

  const shares = ({ probabilities: [first, ...others] }) => others.length ? [first, ...others] : [1 - first, first];
  const order = all => {
    const places = [...all.keys()];
    return all.length <= 12 ? places : places.sort((a, b) => all[b] - all[a] || a - b).slice(0, 12);
  };
  const className = place => names.get(place) ?? String(place);
  function drawBars(bars, prediction) {
    const all = shares(prediction), [answer] = prediction.answer;
    order(all).forEach((place, row) => {
      const { cells: [label, bar, text], classList } = bars.rows[row];
      label.textContent = 'class ' + className(place);
      bar.style.setProperty('--w', Math.round(100 * all[place]) + '%');
      text.textContent = probability(all[place]);
      classList.toggle('marked', place === answer);
    });
    bars.closest('figure').querySelector('.reading').textContent = `The highest is that of class ${className(answer)}, ${probability(all[answer])}.`;
  }
  function drawAnswer(item, { probabilities, answer, target, ...prediction }) {
    const said = [...item.querySelectorAll('p')].at(-1), strong = all('strong', said);
    const list = values => values.map(number).join(', ');
    const off = answer.map((value, place) => Math.abs(value - target[place]));
    const texts = probabilities.length ? [className(answer[0]), probability(shares({ probabilities })[answer[0]]), className(target[0])]
      : [list(answer), list(target), list(off)];
    const fact = all('header .st', item).at(-1);
    if (fact && probabilities.length) fact.textContent = answer[0] === target[0] ? 'right' : 'wrong';
    if (strong.length !== 3) return;
    strong.forEach((part, place) => { part.textContent = texts[place]; });
    if (probabilities.length) said.lastChild.textContent = answer[0] === target[0] ? ': right.' : ': wrong.';
  }

  let shown = null;
  function draw() {
    const prediction = shown?.[samples.chosen];
    if (!prediction) return;
    figures[samples.chosen].forEach(figure => {
      const step = prediction.steps[figure.place];
      if (figure.isLayer) drawLayer(figure, step, prediction.probabilities.length);
      if (figure.bars && prediction.probabilities.length) drawBars(figure.bars, prediction);
      if (!figure.isLayer && figure.place) drawAnswer(figure.item, prediction);
    });
  }
  const when = epoch => epoch ? `after epoch ${epoch} of ${cursor.last}` : 'before training, as they were drawn';
  let own;
  async function update() {
    const { epoch } = cursor;
    note.textContent = `The weights ${when(epoch)} …`;
    try {
      own ||= (await engine.lesson()).predictions;
      const said = epoch === cursor.last ? own : await engine.predictions(epoch, own.map(({ row }) => row));
      if (epoch !== cursor.epoch) return;
      shown = said;
      draw();
      note.textContent = `With the weights ${when(epoch)}.`
        + (epoch < cursor.last ? ' What the author says of a step is about the trained model.' : '');
    } catch ({ message }) { note.textContent = `Other epochs cannot be shown: ${message}.`; }
  }
  function follow() {
    chosen.clear();
    for (const [, place, unit] of (fragment.get('unit') || '').matchAll(/(\d+)\.(\d+)/g)) {
      const figure = figures[0][place - 1];
      if (figure?.cells[unit - 1]) chosen.set(place - 1, unit - 1);
    }
    draw();
  }
  // The classes' names are those of the bars, in the order that the trained model's probabilities give.
  engine.lesson().then(({ predictions }) => {
    figures.forEach((steps, sample) => {
      const bars = steps.find(({ bars }) => bars)?.bars;
      if (!bars || !predictions[sample]) return;
      order(shares(predictions[sample])).forEach((place, row) => names.set(place, bars.rows[row].cells[0].textContent.replace(/^class /, '')));
    });
    follow();
    update();
  }, ({ message }) => { note.textContent = `Other epochs cannot be shown: ${message}.`; });
  hear('epoch', update);
  hear('sample', draw);
  addEventListener('hashchange', follow);
})();
