// The training trace step by step: loss, learning rate and gradient norm of the chosen epoch's steps and its neighbours'.
(() => {
  const home = document.querySelector('#visual > .chart[data-axis=epoch]');
  if (!home || cursor.last < 1) return;
  const box = el('div', { id: 'steps', hidden: true });
  const toggle = el('button', { type: 'button', id: 'steps-toggle', textContent: 'Steps of the epoch', onclick: () => open(box.hidden) });
  toggle.setAttribute('aria-controls', box.id);
  toggle.setAttribute('aria-expanded', false);
  home.after(el('p', {}, toggle), box);

  let steps, total = 0, step = 0, shown = [0, 0], panels = [];
  const perEpoch = () => steps.perEpoch;
  const epochOf = step => Math.ceil(step / perEpoch());
  const range = el('input', { type: 'range', id: 'steps-step', min: 1, step: 1, oninput: () => choose(+range.value) });
  range.setAttribute('aria-label', 'Step');
  const arrow = (id, text, label, way) => {
    const button = el('button', { type: 'button', id: 'steps-' + id, textContent: text, onclick: () => choose(step + way) });
    button.setAttribute('aria-label', label);
    return button;
  };
  const [previous, next] = [arrow('previous', '‹', 'Previous step', -1), arrow('next', '›', 'Next step', 1)];
  const reading = el('output', { id: 'steps-reading' });
  const control = el('div', { className: 'scrubber rests' }, previous, range, next, reading);
  control.setAttribute('role', 'group');
  control.setAttribute('aria-label', 'Step of these figures');
  const chart = el('div', { className: 'chart' });
  box.append(control, chart);

  const isBetweenEnds = values => value => (value - values[0]) * (value - values.at(-1)) <= 0;
  const told = (values, first, last) => {
    const [from, to] = [values[0], values.at(-1)].map(number);
    return first === last ? `Step ${first} has ${from}.`
      : values.every(value => value === values[0]) ? `Steps ${first} to ${last} all have ${from}.`
      : `Step ${first} has ${from}, step ${last} has ${to}${values.every(isBetweenEnds(values)) ? '' :
        `; the lowest is ${number(Math.min(...values))}, the highest ${number(Math.max(...values))}`}.`;
  };
  const series = () => [['Loss', 'train', steps.loss], ['Learning rate', 'schedule', steps.lr], ['Gradient norm', 'train', steps.gradNorm]];
  // The panels of the epochs around the chosen one, as ChartHTML draws those over epochs.
  function draw() {
    const epoch = Math.max(cursor.epoch, 1);
    shown = [Math.max(epoch - 2, 0) * perEpoch() + 1, Math.min((epoch + 1) * perEpoch(), total)];
    const [first, last] = shown;
    const x = step => last > first ? (step - first) / (last - first) : .5;
    const at = (plot, clientX) => {
      const { left, width } = plot.getBoundingClientRect();
      return Math.min(Math.max(Math.round(first + (clientX - left) / width * (last - first)), first), last);
    };
    const starts = Array.from({ length: epochOf(last) - epochOf(first) + 1 }, (_, place) => first + place * perEpoch());
    panels = series().map(([title, hue, all], place, { length }) => {
      const values = all.slice(first - 1, last);
      const marks = ticks(values.filter(Number.isFinite)), texts = tickTexts(marks);
      const [low, high] = [marks[0], marks.at(-1)];
      const y = value => 136 - (value - low) / (high - low) * 128;
      const isLast = place === length - 1;
      const point = (step, value) => `${(1000 * Math.min(Math.max(x(step), 0), 1)).toFixed(1)} ${y(value).toFixed(1)}`;
      // A rate holds for its step.
      const points = values.flatMap((value, place) => (hue === 'schedule' ? [-.5, .5] : [0]).map(off => point(first + place + off, value)));
      const edges = starts.slice(1).map(start => `M${(1000 * x(start - .5)).toFixed(1)} 8V136`).join('');
      const [rule, dot, tick] = [svg('line', { y1: 0, y2: 136 }), svg('circle', { r: 4 }), svg('text', { y: 158 })];
      const named = [...starts, ...x(starts.at(-1)) < .9 ? [last] : []].map(start => svg('text', { x: 100 * x(start) + '%' }, start));
      const now = svg('g', { class: 'now' }, rule, dot, ...isLast ? [tick] : []);
      const plot = svg('svg', { class: 'plot live', height: isLast ? 180 : 144, role: 'img', 'aria-label': `${title} of steps ${first} to ${last}` },
        svg('svg', { width: '100%', height: 144, viewBox: '0 0 1000 144', preserveAspectRatio: 'none' },
          svg('path', { class: 'grid', d: marks.map(value => `M0 ${y(value)}h1000`).join('') + edges }),
          svg('path', { class: 'line', d: 'M' + points.join('L') })),
        svg('g', { class: 'y' }, ...marks.map((value, place) => svg('text', { y: y(value) + 4 }, texts[place]))),
        ...isLast ? [svg('g', { class: 'x' }, ...named,
          svg('text', { x: '50%', y: 18 }, `step; an epoch has ${perEpoch()}`))] : [],
        now);
      plot.onpointerdown = event => { if (!event.button) { plot.setPointerCapture(event.pointerId); choose(at(plot, event.clientX), true); } };
      plot.onpointermove = event => { if (event.buttons) choose(at(plot, event.clientX), true); };
      plot.onpointerup = () => { if (cursor.epoch !== epochOf(step)) cursor.choose(epochOf(step)); };
      const value = el('b', {});
      const figure = el('figure', { className: `panel h-${hue}` }, el('figcaption', {}, el('b', { textContent: title }), ' ',
        el('span', { className: 'reading', textContent: told(values, first, last) }),
        el('span', { className: 'keys' }, el('span', {}, value))), plot);
      const show = step => {
        const place = 100 * x(step) + '%';
        rule.setAttribute('x1', place);
        rule.setAttribute('x2', place);
        dot.setAttribute('cx', place);
        dot.setAttribute('cy', y(all[step - 1]));
        tick.setAttribute('x', place);
        tick.textContent = step;
        cursor.makeRoom(named, 100 * x(step));
        value.textContent = number(all[step - 1]);
      };
      return { figure, show };
    });
    chart.replaceChildren(...panels.map(({ figure }) => figure), disclosure(() => table(['Step', 'Epoch', ...series().map(([title]) => title)],
      Array.from({ length: last - first + 1 }, (_, place) => first + place)
        .map(step => [step, epochOf(step), ...series().map(([, , values]) => number(values[step - 1]))]))));
  }
  function choose(wanted, isDragged) {
    step = Math.min(Math.max(wanted, 1), total);
    fragment.set('step', step);
    if (!isDragged && epochOf(step) !== cursor.epoch) cursor.choose(epochOf(step));
    show();
  }
  function show() {
    if (step < shown[0] || step > shown[1]) draw();
    panels.forEach(panel => panel.show(step));
    range.value = step;
    [previous.disabled, next.disabled] = [step === 1, step === total];
    reading.textContent = `step ${step} of ${total}`;
    range.setAttribute('aria-valuetext', `Step ${step}, epoch ${epochOf(step)}: `
      + series().map(([title, , values]) => `${title} ${number(values[step - 1])}`).join('; '));
  }
  async function open(isOpen, wanted) {
    toggle.setAttribute('aria-expanded', isOpen);
    box.hidden = !isOpen;
    if (!isOpen) { fragment.set('step', null); return; }
    steps ||= (await engine.lesson()).steps;
    range.max = total = steps.loss.length;
    if (wanted) step = Math.min(wanted, total);
    if (epochOf(step) !== cursor.epoch) { if (wanted) cursor.choose(epochOf(step)); else step = Math.max(cursor.epoch * perEpoch(), 1); }
    draw();
    choose(step, true);
  }
  hear('epoch', ({ epoch }) => {
    if (box.hidden || !steps) return;
    if (epochOf(step) !== epoch) { step = Math.max(epoch * perEpoch(), 1); fragment.set('step', step); }
    draw();
    show();
  });
  const follow = () => {
    const wanted = Math.trunc(+fragment.get('step'));
    if (wanted > 0) open(true, wanted);
  };
  addEventListener('hashchange', follow);
  follow();
})();
