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
      cells: strip ? all('.cells td', strip) : [], drawn: strip?.querySelector('.drawn'), sum: strip?.querySelector('.sum'), isRectified: /ReLU\(/.test(strip?.querySelector('.total')?.textContent), id: `sample-${sample + 1}-unit-${place + 1}`,
    };
  }));

  // Where numbers are shown, inputs go by their names.
  figures.forEach(([{ cells }]) => cells.forEach((cell, input) => { if (lesson.inputs[input]) cell.dataset.name = lesson.inputs[input]; }));

  // How many others are like the one that is told.
  const equally = (others, alike) => others > 0 ? `; ${others === 1 ? 'another is' : `${others} more are`} ${alike}` : '';
  // Which value stands out, and how many are its equals, as TracedStep.swift tells it.
  function reading(values, place, name, isClass) {
    const value = number(values[place]), size = Math.abs(values[place]);
    if (values.length === 1) return `It is ${value}.`;
    if (isClass) return `The highest score is ${name}, ${value}${equally(values.filter(other => other === values[place]).length - 1, 'as high')}.`;
    if (values.every(other => other === values[place])) return `All are ${value}.`;
    const equals = values.filter(other => Math.abs(other) === size).length - 1;
    const [what, alike] = values.some(value => value < 0) ? ['furthest from 0', 'far'] : ['largest', 'large'];
    return `The ${what} is ${name}, ${value}${equally(equals, `as ${alike}`)}.`;
  }

  // Adds what a unit of a step is chosen by: the list of their names, or where they are drawn the number of one.
  function open(figure, told, title) {
    const { strip, place, drawn, id } = figure;
    figure.field = drawn
      ? el('input', { type: 'number', id, min: 1, max: told, onchange: () => choose(place, Math.min(Math.max(figure.field.value | 0, 1), told) - 1) })
      : el('select', { id, onchange: () => choose(place, figure.field.selectedIndex) },
        ...Array.from({ length: told }, (_, unit) => el('option', { textContent: title(unit).toLowerCase() })));
    figure.sum ||= strip.appendChild(el('div', { className: 'sum' }));
    const [before, after] = drawn ? [place ? 'The sum of unit ' : 'Input ', ' of ' + told] : ['The sum of ', ''];
    figure.sum.before(el('p', { className: 'pick' }, el('label', {}, before, figure.field, after)));
    if (drawn) drawn.onclick = ({ target, clientX, clientY }) => {
      const picture = target.closest('svg');
      if (!picture) return;
      const { width: columns, height: rows } = picture.viewBox.baseVal, { left, top, width, height } = picture.getBoundingClientRect();
      const unit = ([...drawn.children].indexOf(picture) * rows + Math.floor((clientY - top) / height * rows)) * columns
        + Math.floor((clientX - left) / width * columns);
      if (unit >= 0 && unit < told) choose(place, unit);
    }; else choosable(figure);
  }
  // Makes the cells a grid in which one is chosen by key or pointer.
  function choosable({ cells, strip, place }) {
    const grid = strip.querySelector('.cells');
    [[grid, 'grid'], [grid.tBodies[0], 'rowgroup'], ...[...grid.rows].map(row => [row, 'row']), ...cells.map(cell => [cell, 'gridcell'])]
      .forEach(([part, role]) => part.setAttribute('role', role));
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
    const { cells, strip, drawn, isLast, isLayer, facts, bars, place } = figure;
    const values = isLast && bars && step.preactivations.length ? step.preactivations : step.values;
    const { zeros, mean } = step.statistics;
    const units = step.values.length, dead = zeros === units && units > 1 ? `all ${units} units are` : `${zeros} of ${count(units, 'unit')} ${zeros === 1 ? 'is' : 'are'}`;
    const said = !isLast ? [...zeros ? [dead + ' zero'] : [], `mean ${number(mean)}`]
      : classes && step.preactivations.length && step.preactivations.length <= 4 ? [`logits ${step.preactivations.map(number).join(', ')}`] : [];
    if (isLayer) {
      all('.st', facts).forEach(fact => fact.remove());
      facts.append(...said.map(textContent => el('p', { className: 'st', textContent })));
    }
    if (!drawn && cells.length !== values.length) return;
    const isClass = isLast && values.length === classes;
    const map = strip.querySelector('.maps'), picture = drawn?.firstChild.viewBox.baseVal;
    const columns = picture?.width || +map?.style.getPropertyValue('--n');
    const size = picture ? columns * picture.height : map?.rows[0].cells.length;
    const inMap = unit => `in map ${Math.floor(unit / size) + 1}, row ${Math.floor(unit % size / columns) + 1}, column ${unit % columns + 1}`;
    const name = unit => isClass ? `that of class ${className(unit)}` : map ? inMap(unit) : `unit ${unit + 1}`;
    const title = unit => isClass ? `Class ${className(unit)}` : `Unit ${unit + 1}${map ? ', ' + inMap(unit) : ''}`;
    const top = largest(values), scale = Math.abs(values[top]), named = isClass ? values.indexOf(Math.max(...values)) : top;
    const told = isLayer ? step.units.length : values.length;
    if (told && !figure.field) open(figure, told, title);
    cells.forEach((cell, unit) => {
      cell.textContent = number(values[unit]);
      cell.className = tint(values[unit], scale);
      if (figure.field) cell.setAttribute('aria-label', `${title(unit)}: ${cell.textContent}`);
    });
    if (isLayer) strip.querySelector(':scope > p').textContent = reading(values, named, name(named), isClass);
    figure.own ??= drawn ? top < told ? top : 0 : Math.max(cells.findIndex(cell => 'chosen' in cell.dataset), 0);
    const unit = Math.min(chosen.get(place) ?? figure.own, told - 1);
    if (drawn) {
      drawPictures(figure, values, map ? size : values.length, figure.field && unit);
      if (!figure.data) {
        const built = strip.querySelector('.data');
        figure.data = disclosure();
        figure.data.open = built.open;
        built.replaceWith(figure.data);
      }
      figure.data.fill(() => grid('Line', values, columns, line => map
        ? `map ${Math.floor(line * columns / size) + 1}, row ${line % (size / columns) + 1}` : `from unit ${line * columns + 1}`));
    }
    if (!figure.field) return;
    cells.forEach((cell, other) => {
      cell.toggleAttribute('data-chosen', other === unit);
      cell.setAttribute('aria-selected', other === unit);
      cell.tabIndex = other === unit ? 0 : -1;
    });
    figure.field[drawn ? 'value' : 'selectedIndex'] = drawn ? unit + 1 : unit;
    figure.sum.replaceChildren(...isLayer ? opened(step.units[unit], title(unit), figure, values[unit])
      : [el('p', { className: 'unit', textContent: `${inputName(unit)} = ${number(values[unit])}` })]);
  }

  // Feature maps, or lines of units, as PixelsHTML draws them: a path for each shade, and a square around the chosen unit.
  function drawPictures({ drawn, isLayer }, values, size, unit) {
    const most = Math.abs(values[largest(values)]), isSigned = values.some(value => value < 0);
    const { width: columns } = drawn.firstChild.viewBox.baseVal, rows = Math.ceil(size / columns);
    while (drawn.children.length * size < values.length) drawn.append(drawn.firstChild.cloneNode());
    [...drawn.children].forEach((picture, map) => {
      const paths = new Map();
      values.slice(map * size, (map + 1) * size).forEach((value, place) => {
        const shade = most ? Math.round(value / most * 16) : 0;
        if (shade) paths.set(shade, `${paths.get(shade) || ''}M${place % columns} ${Math.floor(place / columns)}h1`);
      });
      picture.setAttribute('viewBox', `0 -.5 ${columns} ${rows}`);
      picture.classList.toggle('signed', isSigned || isLayer);
      picture.replaceChildren(...[...paths].map(([shade, d]) => svg('path', { class: shade < 0 ? 'u' : '', opacity: Math.abs(shade) / 16, d })));
      const place = unit - map * size;
      if (place >= 0 && place < size)
        picture.append(svg('path', { class: 'mark', d: `M${place % columns} ${Math.floor(place / columns)}m0-.5h1v1h-1z` }));
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
    const isSum = all.every(share => share >= 0 && share <= 1.001) && Math.abs(all.reduce((sum, share) => sum + share, 0) - 1) < 1e-3;
    bars.closest('figure').querySelector('p').textContent = `The highest is that of class ${className(answer)}, ${probability(all[answer])}${equally(all.filter(share => share === all[answer]).length - 1, 'as high')}.`
      + (isSum ? '' : ' They are no probabilities: they do not sum to 100%.');
  }
  function drawAnswer(item, { probabilities, answer, target, ...prediction }) {
    const said = [...item.querySelectorAll('p')].at(-1), strong = all('strong', said);
    const list = values => values.map(number).join(', ');
    const off = answer.map((value, place) => Math.abs(value - target[place]));
    const texts = probabilities.length ? [className(answer[0]), probability(shares({ probabilities })[answer[0]]), className(target[0])]
      : [list(answer), list(target), list(off)];
    const fact = all('header .st', item).at(-1);
    if (fact && probabilities.length) fact.textContent = answer[0] === target[0] ? 'the answer is right' : 'the answer is wrong';
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
      if (figure.isLayer || figure.drawn && !figure.place) drawLayer(figure, step, prediction.probabilities.length);
      if (figure.bars && prediction.probabilities.length) drawBars(figure.bars, prediction);
      if (!figure.isLayer && figure.place) drawAnswer(figure.item, prediction);
    });
  }
  // Whether rows were chosen by how sure the trained model is of them.
  const isRanked = lists.some(list => /, the /.test(list.previousElementSibling.textContent));
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
        + (epoch < cursor.last ? ' Whatever the author says of a step is about the trained model' + (isRanked ? ', and so is what a row is called.' : '.') : '');
    } catch ({ message }) { note.textContent = `Other epochs cannot be shown: ${message}.`; }
  }
  function follow() {
    chosen.clear();
    for (const [, place, unit] of (fragment.get('unit') || '').matchAll(/(\d+)\.(\d+)/g)) {
      const figure = figures[0][place - 1];
      if (figure?.cells[unit - 1] || figure?.drawn && +unit) chosen.set(place - 1, unit - 1);
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
