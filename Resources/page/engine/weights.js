// The weights of a layer at the cursor's epoch, tinted: a row for each unit, a column for each of its inputs.
engine.lesson().then(({ model, predictions }) => {
  const log = document.querySelector('#visual > .scroll:has(.log)') || document.querySelector('#visual > .chart[data-axis=epoch]');
  const most = 16384, { parameterCount: count, snapshots } = model;
  const names = all('.layers .sh', document.querySelector('#visual')).slice(1).map(part => part.firstChild.textContent.split(', '));
  const tensors = model.layers.flatMap((layer, place) => layer.weights.map(weight => {
    const step = predictions[0]?.steps.findIndex(({ firstLayer, endLayer }) => firstLayer <= place && place < endLayer) ?? 0;
    const name = step > 0 && names[step - 1]?.[place - predictions[0].steps[step].firstLayer]?.split(' ')[0];
    const size = weight.shape.reduce((a, b) => a * b, 1);
    const rows = weight.shape.length > 1 ? weight.shape[0] : 1;
    return { ...weight, size, rows, columns: size / rows, title: `Layer ${place + 1}${name ? `, ${name}` : ''}: ${weight.name}, ${weight.shape.join(' × ')}` };
  })).filter(({ size }) => size > 0 && size <= most);
  if (!log || !tensors.length || snapshots.length < count * cursor.last) return;

  let tensor = tensors[0], scale = 1;
  const at = epoch => {
    const [all, start] = epoch ? [snapshots, (epoch - 1) * count] : [model.initialParameters, 0];
    return all.slice(start + tensor.offset, start + tensor.offset + tensor.size);
  };
  const select = el('select', { id: 'weights-layer', onchange: () => choose(select.selectedIndex) },
    ...tensors.map(({ title }) => el('option', { textContent: title })));
  const picture = svg('svg', { class: 'heat', role: 'img', 'shape-rendering': 'crispEdges', preserveAspectRatio: 'none' });
  const axes = el('p', { className: 'axes' }), reading = el('p', { className: 'reading', id: 'weights-reading' });
  const data = disclosure();
  log.after(el('figure', { className: 'weights h-train', id: 'weights' }, el('figcaption', {}, el('b', { textContent: 'Weights' }),
    el('label', { className: 'pick' }, 'of ', select)), picture,
    axes, reading, data));

  const size = values => values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  function draw() {
    const { epoch } = cursor, values = at(epoch), { rows, columns, name } = tensor;
    const paths = new Map();
    values.forEach((value, place) => {
      const shade = tint(value, scale);
      if (shade) paths.set(shade, `${paths.get(shade) || ''}M${place % columns} ${Math.floor(place / columns)}h1`);
    });
    picture.setAttribute('viewBox', `0 -.5 ${columns} ${rows}`);
    picture.style.setProperty('--n', columns);
    picture.style.setProperty('--m', rows);
    picture.replaceChildren(...[...paths].map(([shade, d]) => svg('path', { class: shade, d })));
    const when = epoch ? `After epoch ${epoch}` : 'Before training';
    picture.setAttribute('aria-label', `${select.value}, ${when.toLowerCase()}`);
    const [low, high] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    reading.textContent = `${when}, from ${number(low)} to ${number(high)}; mean magnitude ${number(size(values))}`
      + (epoch ? `, ${number(size(at(0)))} before training.` : '.');
    data.fill(() => grid(rows > 1 ? 'Unit' : '', values, columns, row => rows > 1 ? row + 1 : ''));
  }
  // The scale is that of the whole run, so that tints mean the same at every epoch.
  function choose(place) {
    tensor = tensors[place];
    axes.textContent = ['', 'units →', 'inputs → units ↓'][tensor.shape.length] ?? 'places of the kernel → maps ↓';
    scale = 0;
    for (let epoch = 0; epoch <= cursor.last; epoch++) scale = at(epoch).reduce((most, value) => Math.max(most, Math.abs(value)), scale);
    draw();
  }
  hear('epoch', draw);
  choose(0);
}, () => {});
