// Try: controls for what may change; the run again, over the lesson's own; the page's proof that it is the same engine.
const tryView = byId('try-controls');
if (tryView) {
  const data = JSON.parse(byId('try-settings').textContent);
  const el = (name, properties, ...children) => {
    const node = make(name, properties);
    node.append(...children);
    return node;
  };
  const check = el('p', { id: 'try-check', className: 'st' });
  check.setAttribute('role', 'status');
  tryView.before(check);

  // What a setting takes, in the words of the command line.
  const range = ({ min, max, above, below }) => min === undefined && max === undefined ? ''
    : max === undefined ? (above ? ` above ${min}` : ` of at least ${min}`)
    : min === undefined ? (below ? ` below ${max}` : ` of at most ${max}`)
    : ` from ${above ? 'above ' : ''}${min} to ${below ? 'below ' : ''}${max}`;
  const requirement = ({ kind, words, ...bounds }) => kind === 'choice' ? `one of ${words.join(', ')}`
    : { flag: 'true or false', real: 'a number', reals: 'a list of numbers', integers: 'a list of whole numbers' }[kind]
      + range(bounds) || 'a whole number' + range(bounds);
  const whole = kind => !/^real/.test(kind);
  const isList = kind => /s$/.test(kind);

  // The value that a text is; throws what is wrong with it.
  function parse(setting, text) {
    const { kind, min = -Infinity, max = kind === 'count' && setting.path === 'seed' ? 2 ** 32 - 1 : 2 ** 30, above, below, words = [], none } = setting;
    const clean = String(text).trim();
    if (none && /^(None)?$/.test(clean)) return null;
    if (words.includes(clean)) return clean;
    if (kind === 'flag' && /^(true|false)$/.test(clean)) return clean === 'true';
    const numbers = clean.replace(/^\[|\]$/g, '').split(',').map(part => part.trim() === '' ? NaN : Number(part));
    const fits = number => Number.isFinite(number) && (!whole(kind) || Number.isInteger(number))
      && (above ? number > min : number >= min) && (below ? number < max : kind.startsWith('real') && setting.max === undefined || number <= max);
    if (kind === 'flag' || kind === 'choice' || !numbers.every(fits) || !isList(kind) && numbers.length > 1) {
      throw new Error(`${setting.path.replace(/.*\./, '')} must be ${requirement(setting)}, found ${clean || 'nothing'}`);
    }
    return isList(kind) ? numbers : numbers[0];
  }
  const show = value => value === undefined || value === null ? 'None'
    : Array.isArray(value) ? (value.length === 1 ? String(value[0]) : `[${value.join(', ')}]`) : String(value);

  // Bytes as Sources/Engine/Encoding has them.
  const long = value => new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
  const double = value => new Uint8Array(Float64Array.of(value).buffer);
  const short = value => new Uint8Array(Uint32Array.of(value).buffer);
  const join = (...parts) => Uint8Array.from(parts.flatMap(part => typeof part === 'number' ? part : [...part]));
  function bytes({ kind, words = [] }, value) {
    if (kind === 'count') return long(value);
    if (kind === 'optionalCount') return value === null ? join(0) : join(1, long(value));
    if (value === null || value === undefined) return join(0);
    if (words.includes(value)) return join(4, long(words.indexOf(value)));
    if (kind === 'flag') return join(1, +value);
    if (isList(kind)) return join(whole(kind) ? 5 : 6, short(value.length), ...value.map(whole(kind) ? long : double));
    return kind === 'integer' ? join(2, long(value)) : join(3, double(value));
  }
  const schedulerBytes = ([, row, parameters], values) => join(
    1, 5, long(row), short(parameters.length), ...parameters.map(p => bytes(p, values.get(p.path))), short(0));

  // What was chosen: by the path what differs from the lesson, and another scheduler with its own parameters.
  const chosen = new Map();
  let scheduler = null;
  const errors = new Map();
  const isOther = setting => scheduler && setting.path.startsWith('schedule.');
  const changes = () => {
    const list = data.settings.filter(setting => chosen.has(setting.path) && !isOther(setting))
      .map(setting => [...setting.at, bytes(setting, chosen.get(setting.path))]);
    if (scheduler) list.push([...data.schedule.at, scheduler[0] === 'none' ? join(0) : schedulerBytes(scheduler, scheduler.values)]);
    return list;
  };
  const schedulerText = () => {
    const given = scheduler[2].map(p => `${p.path}: ${show(scheduler.values.get(p.path))}`).join(', ');
    return scheduler[0] + (given && `: { ${given} }`);
  };
  const quote = text => /^[\w./=,+-]+$/.test(text) ? text : `'${text}'`;
  const command = () => ['glassbox show', quote(data.file), '--view try', ...[
    ...scheduler ? [`schedule=${schedulerText()}`] : [],
    ...data.settings.filter(setting => chosen.has(setting.path) && !isOther(setting))
      .map(setting => `${setting.path}=${show(chosen.get(setting.path))}`),
  ].map(text => '--set ' + quote(text))].join(' ');

  // The lesson's text with what was chosen, stage by stage.
  function lesson() {
    const parts = data.stages.map(([name, text], stage) => {
      if (name === 'schedule' && scheduler) return [name, schedulerText() + '\n' + (scheduler[0] === 'none' ? '' : data.schedule.beside)];
      const edits = new Map();
      data.settings.forEach(({ path, edit }) => {
        if (edit?.[0] !== stage || !chosen.has(path)) return;
        const [, from, to, before, after] = edit;
        const value = show(chosen.get(path)), earlier = edits.get(from);
        // Several that were not there: the second stands behind the first, within its braces.
        edits.set(from, earlier ? [from, to, earlier[2] + before.replace(/^: \{/, ',') + value, after] : [from, to, before + value, after]);
      });
      const sorted = [...edits.values()].sort((a, b) => b[0] - a[0]);
      return [name, sorted.reduce((text, [from, to, middle, after]) => text.slice(0, from) + middle + after + text.slice(to), text), text];
    }).filter(([, text, old]) => text !== old);
    const blocks = parts.map(([name, text]) => `\`\`\`yaml ${name}\n${text.replace(/\n*$/, '\n')}\`\`\`\n`);
    const take = chosen.has('load.take') ? `take: ${show(chosen.get('load.take'))}\n` : '';
    if (take) {
      const text = data.stages.find(([name]) => name === 'load')[1];
      blocks.unshift(`\`\`\`yaml load\n${/^take:.*$/m.test(text) ? text.replace(/^take:.*\n?/m, take) : text.replace(/\n*$/, '\n') + take}\`\`\`\n`);
    }
    if (chosen.has('seed')) blocks.unshift(`---\nseed: ${chosen.get('seed')}\n---\n`);
    return blocks.join('\n');
  }

  // The fragment keeps what was chosen.
  function keep() {
    const query = fragment.read()[1];
    [...query.keys()].filter(key => known(key)).forEach(key => query.delete(key));
    if (scheduler) {
      query.set('schedule', scheduler[0]);
      scheduler.values.forEach((value, name) => query.set('schedule.' + name, show(value)));
    }
    data.settings.forEach(setting => {
      if (chosen.has(setting.path) && !isOther(setting)) query.set(setting.path, show(chosen.get(setting.path)));
    });
    fragment.write('try', query);
  }
  const known = key => key === 'schedule' || key.startsWith('schedule.') || data.settings.some(({ path }) => path === key);

  // One control: a number with a slider, a box, a list of words, or a text.
  let count = 0;
  function control(setting, value, change) {
    const id = 'try-' + setting.path.replace(/\W+/g, '-'), error = el('p', { className: 'error', id: id + '-error' });
    const help = el('p', { className: 'st', id: id + '-help' }, [setting.help, ...setting.notes || []].filter(Boolean).map(text => text[0].toUpperCase() + text.slice(1).replace(/([^.?!])$/, '$1.')).join(' '));
    const { kind } = setting;
    let input, slider;
    const tell = text => {
      try {
        const value = parse(setting, text);
        error.textContent = '';
        input.removeAttribute('aria-invalid');
        errors.delete(setting.path);
        change(value);
      } catch ({ message }) { fail(message); change(); }
    };
    const fail = message => {
      error.textContent = message;
      input.setAttribute('aria-invalid', 'true');
      errors.set(setting.path, message);
    };
    if (kind === 'flag') {
      input = el('input', { type: 'checkbox', checked: value });
      input.onchange = () => tell(input.checked);
    } else if (kind === 'choice') {
      input = el('select', {}, ...[...setting.none ? ['None'] : [], ...setting.words].map(word => el('option', { textContent: word })));
      input.value = show(value);
      input.onchange = () => tell(input.value);
    } else {
      const isNumber = !isList(kind) && !setting.words && !setting.none;
      input = el('input', { type: isNumber ? 'number' : 'text', value: show(value), autocomplete: 'off' });
      input.inputMode = isList(kind) ? 'text' : 'decimal';
      if (isNumber) {
        input.step = whole(kind) ? 1 : 'any';
        if (setting.min !== undefined) input.min = setting.min;
        if (setting.max !== undefined) input.max = setting.max;
        slider = makeSlider(setting, value, text => { input.value = text; tell(text); });
      }
      input.oninput = () => { tell(input.value); slider?.follow(input.value); };
    }
    input.id = id;
    input.setAttribute('aria-describedby', `${id}-help ${id}-error`);
    error.setAttribute('role', 'alert');
    const node = el('div', { className: `control h-${setting.hue || 'schedule'}` },
      el('label', { htmlFor: id, textContent: setting.path }), input, ...slider ? [slider.node] : [], help, error);
    node.path = setting.path;
    node.fail = fail;
    return node;
  }
  // A slider over the values near the lesson's: a share from end to end, a positive number by its power of ten.
  function makeSlider(setting, value, change) {
    const { kind, min = 0, max } = setting;
    const isLog = !whole(kind) && max === undefined && value > 0;
    const [low, high] = isLog ? [Math.log10(value) - 2, Math.log10(value) + 1]
      : [Math.min(min, value), Math.min(max ?? Infinity, whole(kind) ? Math.max(2 * value, min + 10) : Math.max(2 * value, 1))];
    const node = el('input', { type: 'range', min: low, max: high, step: whole(kind) ? 1 : (high - low) / 100 });
    node.setAttribute('aria-label', setting.path + ', slider');
    const text = () => String(+(isLog ? 10 ** node.value : +node.value).toPrecision(isLog ? 2 : 4));
    const follow = value => {
      node.value = isLog ? Math.log10(value) : value;
      node.setAttribute('aria-valuetext', value);
    };
    follow(value);
    node.oninput = () => { change(text()); node.setAttribute('aria-valuetext', text()); };
    return { node, follow };
  }

  // The form.
  const form = el('div', { className: 'controls' });
  const others = el('div', { className: 'controls' });
  const select = el('select', { id: 'try-scheduler' },
    el('option', { value: '', textContent: data.schedule.name ? `${data.schedule.name}, the lesson’s` : 'none, the lesson’s' }),
    ...[...data.schedule.name ? [['none', 0, []]] : [], ...schedulers].map(([name]) => el('option', { value: name, textContent: name })));
  const button = (id, textContent, onclick) => el('button', { type: 'button', id, textContent, onclick });
  const progress = el('progress', { id: 'try-progress', hidden: true, max: 1, value: 0 });
  progress.setAttribute('aria-label', 'Epochs done');
  const cancel = button('try-cancel', 'Cancel', () => abort?.abort());
  const reset = button('try-reset', 'Reset', () => { choose(new URLSearchParams()); changed(); });
  const copy = button('try-copy', 'Copy as lesson', async () => {
    const text = lesson() || 'Nothing is changed.';
    yaml.textContent = text;
    yaml.hidden = false;
    try { await navigator.clipboard.writeText(text); status.textContent = 'Copied: the stages that change.'; } catch {}
  });
  const status = el('p', { id: 'try-status' }), out = el('div', { id: 'try-result' });
  const yaml = el('pre', { id: 'try-yaml', className: 'scroll', hidden: true });
  status.setAttribute('role', 'status');
  cancel.hidden = true;
  tryView.replaceChildren(
    el('p', { className: 'control h-schedule' }, el('label', { htmlFor: 'try-scheduler', textContent: 'Schedule' }), select),
    others, form, el('div', { className: 'act' }, reset, copy, cancel, progress), status, yaml, out);

  // Puts what a query says into the controls.
  function choose(query) {
    chosen.clear();
    errors.clear();
    const name = query.get('schedule');
    useScheduler(name, query);
    form.replaceChildren(...data.settings.filter(setting => !isOther(setting)).map(setting => {
      let value = setting.value ?? null;
      const node = control(setting, value, value => {
        if (value === undefined || show(value) === show(setting.value)) chosen.delete(setting.path); else chosen.set(setting.path, value);
        changed();
      });
      if (query.has(setting.path)) {
        const input = node.querySelector('input, select');
        try {
          const value = parse(setting, query.get(setting.path));
          if (show(value) !== show(setting.value)) chosen.set(setting.path, value);
          if (input.type === 'checkbox') input.checked = value; else input.value = show(value);
          input.nextElementSibling.type === 'range' && (input.nextElementSibling.value = input.value);
        } catch ({ message }) { input.value = query.get(setting.path); node.fail(message); }
      }
      return node;
    }));
  }
  function useScheduler(name, query = new URLSearchParams()) {
    scheduler = name === 'none' ? ['none', 0, []] : schedulers.find(other => other[0] === name) || null;
    select.value = scheduler ? name : '';
    others.replaceChildren();
    if (!scheduler) return;
    const values = scheduler.values = new Map(scheduler[2].map(p => [p.path, p.value ?? null]));
    others.append(...scheduler[2].map(parameter => {
      const key = 'schedule.' + parameter.path;
      try { if (query.has(key)) values.set(parameter.path, parse(parameter, query.get(key))); } catch {}
      return control({ ...parameter, path: key }, values.get(parameter.path), value => {
        if (value !== undefined) values.set(parameter.path, value);
        changed();
      });
    }));
  }
  select.onchange = () => {
    const query = fragment.read()[1];
    [...query.keys()].filter(key => key === 'schedule' || key.startsWith('schedule.')).forEach(key => query.delete(key));
    if (select.value) query.set('schedule', select.value);
    choose(query);
    changed();
  };

  // A change runs again, once no other has come for a moment.
  let abort, timer;
  function changed() {
    keep();
    clearTimeout(timer);
    abort?.abort();
    timer = setTimeout(run, 200);
  }
  async function run() {
    yaml.hidden = true;
    if (errors.size) { status.textContent = 'Something is not as it should be: see above.'; return; }
    const list = changes();
    if (!list.length) { status.textContent = ''; out.replaceChildren(); return; }
    const mine = abort = new AbortController();
    const epochs = chosen.get('epochs') ?? data.settings.find(({ path }) => path === 'epochs').value;
    const waiting = setTimeout(() => { cancel.hidden = progress.hidden = false; status.textContent = 'Running …'; }, 150);
    try {
      const own = await engine.lesson();
      const sofar = [];
      let drawn = performance.now();
      const trace = await engine.run(list, {
        signal: mine.signal,
        onEpoch(epoch) {
          sofar.push(epoch);
          progress.value = epoch.epoch / epochs;
          if (performance.now() - drawn > 250) { drawn = performance.now(); out.replaceChildren(chart(own.epochs, sofar)); }
        },
      });
      status.textContent = parting(own, trace);
      out.dataset.digest = trace.digest;
      out.replaceChildren(metrics(own, trace), chart(own.epochs, trace.epochs),
        el('p', { className: 'st' }, 'The same in a terminal: ', el('code', { textContent: command() })));
    } catch (error) {
      if (mine.signal.aborted) { if (abort === mine) status.textContent = 'Cancelled.'; return; }
      blame(error);
    } finally {
      clearTimeout(waiting);
      if (abort === mine) cancel.hidden = progress.hidden = true;
    }
  }
  // Says an error at the control that it is about.
  function blame({ message, fault }) {
    out.replaceChildren();
    const names = fault ? [fault.tag === 4 ? 'lr' : fault.names[1], fault.names[0]] : [];
    const nodes = [...form.children, ...others.children];
    const node = names.map(name => nodes.find(({ path }) => path.replace(/.*\./, '') === name)).find(Boolean);
    status.textContent = `The run stops: ${message}.`;
    if (node) { node.fail(message); errors.clear(); }
  }

  // What the two runs have to say to one another.
  const number = value => value === null || value === undefined ? '–' : String(+value.toPrecision(4)).replace('-', '−');
  const percent = value => (100 * value).toFixed(1) + '%';
  function parting({ steps: a, epochs }, { steps: b, epochs: others }) {
    const length = Math.min(a.loss.length, b.loss.length);
    const series = [['learning rate', 'lr'], ['momentum', 'momentum'], ['loss', 'loss'], ['accuracy', 'accuracy'], ['gradient’s norm', 'gradNorm']];
    for (let step = 0; step < length; step++) {
      const found = series.find(([, key]) => a[key][step] !== b[key][step]);
      if (!found) continue;
      const [name, key] = found;
      return `${step ? `The runs are the same, bit for bit, for ${step} steps. They part` : 'The runs part'} at step ${step + 1}, in epoch ${1 + Math.floor(step / a.perEpoch)}: the ${name} is ${number(a[key][step])} in the lesson, ${number(b[key][step])} here.`;
    }
    return others.length === epochs.length ? 'The runs are the same, bit for bit, at every step.'
      : `The runs are the same, bit for bit, for ${length} steps; the lesson trains ${epochs.length} epochs, this run ${others.length}.`;
  }
  function metrics(own, trace) {
    const [a, b] = [own.epochs.at(-1), trace.epochs.at(-1)];
    const rows = [['Training loss', 'loss', number], ['Validation loss', 'valLoss', number], ['Training accuracy', 'accuracy', percent],
      ['Validation accuracy', 'valAccuracy', percent]].filter(([, key]) => a[key] !== null).map(([name, key, text]) => [name, a[key], b[key], text]);
    data.metrics.filter(([name]) => !/^(accuracy|loss)$/.test(name))
      .forEach(([name, place]) => rows.push([name, own.evaluation[place].values[0], trace.evaluation[place].values[0], number]));
    return table(['', 'The lesson', 'This run', 'Change'], rows.map(([name, a, b, text]) => [name, text(a), text(b), (b > a ? '+' : '') + text(b - a).replace('-', '−')]));
  }
  const table = (titles, rows) => el('div', { className: 'scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, ...titles.map((title, place) => el(title ? 'th' : 'td', { textContent: title, className: place ? 'n' : '', scope: 'col' })))),
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

  // Nothing changed: the page runs the lesson and compares digests, once the view is looked at.
  async function verify() {
    try {
      const trace = await engine.lesson();
      const part = trace.digest === engine.digest ? null : engine.difference(trace) ?? 'the end';
      check.textContent = part ? `This page ran the lesson again, and it differs from the build: first in ${part} (digest ${trace.digest}, the build’s ${engine.digest}).`
        : `This page ran the lesson again in ${Math.round(trace.milliseconds)} ms: the same digest ${trace.digest.slice(0, 8)}…, every bit equal.`;
      check.dataset.equal = !part;
    } catch (error) { check.textContent = `This page could not run the lesson: ${error.message}.`; }
  }
  choose(fragment.read()[1]);
  verify();
  run();
}
