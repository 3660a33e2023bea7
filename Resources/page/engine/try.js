// Try: controls for what may change; the run again, over the lesson's own; the page's proof that it is the same engine.
const tryView = byId('try-controls');
if (tryView) {
  const data = lesson.controls;
  const check = el('p', { id: 'try-check', className: 'st' });
  check.setAttribute('role', 'status');
  tryView.before(check);

  // What was chosen: by the path what differs from the lesson; and what stands in for its schedule, optimizer or loss, with
  // parameters of its own.
  const chosen = new Map();
  const choices = data.choices.map(([key, name, at, beside, names]) => ({
    key, name, at, beside, own: options.filter(([other, category]) => names ? names.includes(other) : category === 5),
    now: null, values: new Map(),
  }));
  const setEpochs = data.settings.find(({ path }) => path === 'epochs').value;
  const replaced = () => choices.filter(({ now }) => now);
  const errors = new Map();
  const isOther = setting => replaced().some(({ key }) => setting.path.startsWith(key + '.'));
  const changes = () => {
    const list = data.settings.filter(setting => chosen.has(setting.path) && !isOther(setting))
      .map(setting => [...setting.at, bytes(setting, chosen.get(setting.path))]);
    replaced().forEach(({ key, at, now, values }) => list.push([...at, now[0] === 'none' ? join(0)
      : join(...key === 'schedule' ? [1] : [], componentBytes(now, values))]));
    return list;
  };
  const { command, lesson: asLesson } = wording(data, chosen, replaced, isOther);

  // The fragment keeps what was chosen.
  function keep() {
    const query = fragment.read()[1];
    [...query.keys()].filter(key => known(key)).forEach(key => query.delete(key));
    replaced().forEach(({ key, now, values }) => {
      query.set(key, now[0]);
      values.forEach((value, name) => query.set(`${key}.${name}`, show(value)));
    });
    data.settings.forEach(setting => {
      if (chosen.has(setting.path) && !isOther(setting)) query.set(setting.path, show(chosen.get(setting.path)));
    });
    fragment.write('try', query);
  }
  const isOf = (choice, key) => key === choice.key || key.startsWith(choice.key + '.');
  const known = key => choices.some(choice => isOf(choice, key)) || data.settings.some(({ path }) => path === key);

  // One control: a number with a slider, a box, a list of words, or a text.
  function control(setting, value, change) {
    const id = 'try-' + setting.path.replace(/\W+/g, '-'), error = el('p', { className: 'error', id: id + '-error' });
    const help = el('p', { className: 'st', id: id + '-help' }, [setting.help, ...setting.notes || [], setting.fixed && 'only a terminal changes it: a page carries what the lesson loads'].filter(Boolean).map(text => text[0].toUpperCase() + text.slice(1).replace(/([^.?!])$/, '$1.')).join(' '));
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
      input = el('select', { className: 'wide' }, ...[...setting.none ? ['None'] : [], ...setting.words].map(word => el('option', { textContent: word })));
      input.value = show(value);
      input.onchange = () => tell(input.value);
    } else {
      const isNumber = !isList(kind) && !isText(kind) && !setting.words && !setting.none && !setting.fixed;
      input = el('input', { type: isNumber ? 'number' : 'text', value: show(value), autocomplete: 'off', className: isText(kind) ? 'wide' : '' });
      input.inputMode = isList(kind) || isText(kind) ? 'text' : 'decimal';
      if (isNumber) {
        input.step = whole(kind) ? 1 : 'any';
        if (setting.min !== undefined) input.min = setting.min;
        if (setting.max !== undefined) input.max = setting.max;
        slider = makeSlider(setting, value, text => { input.value = text; tell(text); });
      }
      input.oninput = () => { tell(input.value); slider?.follow(input.value); };
    }
    input.id = id;
    input.disabled = !!setting.fixed;
    input.setAttribute('aria-describedby', `${id}-help ${id}-error`);
    error.setAttribute('role', 'alert');
    const node = el('div', { className: `control h-${setting.hue || 'schedule'}` },
      el('label', { htmlFor: id, textContent: setting.path }), input, ...slider ? [slider.node] : [], help, error);
    node.path = setting.path;
    node.fail = fail;
    // Shows a value that was chosen elsewhere.
    node.take = value => {
      if (kind === 'flag') input.checked = value; else input.value = show(value);
      slider?.follow(value);
    };
    return node;
  }
  // A slider over the values near the lesson's: from 0 to 1 or to twice the value, a small one by its power of ten.
  function makeSlider(setting, value, change) {
    const { kind, min = 0, max } = setting;
    const isLog = !whole(kind) && max === undefined && value > 0 && value <= .2;
    const [low, high] = isLog ? [Math.log10(value) - 2, Math.log10(value) + 1]
      : [Math.min(min, value), Math.min(max ?? Infinity, whole(kind) ? Math.max(2 * value, min + 10) : value < 1 ? 1 : 2 * value)];
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
  const none = ['none', 5, 0, []];
  const selects = choices.map(choice => {
    const { key, name, own } = choice, id = 'try-' + key, isSchedule = key === 'schedule';
    choice.select = el('select', {
      id, className: 'wide', onchange() {
        const query = fragment.read()[1];
        [...query.keys()].filter(other => isOf(choice, other)).forEach(other => query.delete(other));
        if (choice.select.value) query.set(key, choice.select.value);
        choose(query);
        changed();
      },
    }, el('option', { value: '', textContent: `${name || 'none'} (lesson)` }),
    ...[...isSchedule && name ? [none] : [], ...own].map(([name]) => el('option', { value: name, textContent: name })));
    return el('p', { className: `control h-${isSchedule ? key : 'train'}` },
      el('label', { htmlFor: id, textContent: key[0].toUpperCase() + key.slice(1) }), choice.select,
      ...isSchedule ? [] : [el('span', { className: 'st' }, 'More of the catalog, in a terminal: ', el('code', { textContent: `--set ${key}=…` }))]);
  });
  const wrong = 'A setting cannot be so: its message stands under it.';
  const button = (id, textContent, onclick) => el('button', { type: 'button', id, textContent, onclick });
  const progress = el('progress', { id: 'try-progress', hidden: true, max: 1, value: 0 });
  progress.setAttribute('aria-label', 'Epochs done');
  const cancel = button('try-cancel', 'Cancel', () => abort?.abort());
  const reset = button('try-reset', 'Reset', () => { choose(new URLSearchParams()); changed(); });
  const copy = button('try-copy', 'Copy as lesson', async () => {
    if (errors.size) { status.textContent = wrong; return; }
    const text = asLesson();
    yaml.textContent = text;
    yaml.hidden = !text;
    if (!text) { status.textContent = 'Nothing is changed.'; return; }
    try { await navigator.clipboard.writeText(text); status.textContent = 'Copied: the stages that change.'; } catch {}
  });
  const status = el('p', { id: 'try-status' }), out = el('div', { id: 'try-result' });
  const yaml = el('pre', { id: 'try-yaml', className: 'scroll', hidden: true });
  status.setAttribute('role', 'status');
  cancel.hidden = true;
  tryView.replaceChildren(
    el('div', { className: 'controls' }, ...selects), others, form, el('div', { className: 'act' }, reset, copy, cancel, progress), status, yaml, out);

  // Puts what a query says into the controls.
  function choose(query) {
    chosen.clear();
    errors.clear();
    others.replaceChildren();
    choices.forEach(choice => use(choice, query));
    form.replaceChildren(...data.settings.filter(setting => !isOther(setting)).map(setting => {
      let value = setting.value ?? null;
      const node = control(setting, value, value => {
        if (value === undefined || show(value) === show(setting.value)) chosen.delete(setting.path); else chosen.set(setting.path, value);
        changed();
      });
      if (query.has(setting.path) && !setting.fixed) {
        const input = node.querySelector('input, select');
        try {
          const value = parse(setting, query.get(setting.path));
          if (show(value) !== show(setting.value)) chosen.set(setting.path, value);
          node.take(value);
        } catch ({ message }) { input.value = query.get(setting.path); node.fail(message); }
      }
      return node;
    }));
  }
  function use(choice, query) {
    const { key, select, own, beside } = choice, name = query.get(key);
    const now = choice.now = name === 'none' && key === 'schedule' ? none : own.find(([other]) => other === name) || null;
    select.value = now ? name : '';
    const values = choice.values = now ? initial(now) : new Map();
    // A cycle over the whole run ends with it.
    if (values.has('total_steps') && !beside) values.set('total_steps', setEpochs);
    now?.[3].forEach(parameter => {
      const path = `${key}.${parameter.path}`;
      try { if (query.has(path)) values.set(parameter.path, parse(parameter, query.get(path))); } catch {}
      others.append(control({ ...parameter, path, hue: key === 'schedule' ? key : 'train' }, values.get(parameter.path), value => {
        if (value !== undefined) values.set(parameter.path, value);
        changed();
      }));
    });
  }

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
    if (errors.size) { status.textContent = wrong; out.replaceChildren(); return; }
    const list = changes();
    if (!list.length) { status.textContent = ''; out.replaceChildren(); return; }
    const mine = abort = new AbortController();
    const epochs = chosen.get('epochs') ?? setEpochs;
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
      status.textContent = parting(own, trace) + measures();
      out.dataset.digest = trace.digest;
      out.replaceChildren(metrics(own, trace, data.metrics), chart(own.epochs, trace.epochs),
        el('p', { className: 'st' }, 'The same in a terminal: ', el('code', { className: 'command' },
          ...command().split(/ (?=--)/).flatMap((part, place) => [place ? ' ' : '', el('span', { textContent: part })]))));
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

  // That the losses do not compare, where they are measured otherwise.
  const measures = () => replaced().some(({ key }) => key === 'loss') || [...chosen.keys()].some(path => path.startsWith('loss.'))
    ? ' The loss is another measure here: the losses of the two runs do not compare.' : '';
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
  addEventListener('hashchange', () => {
    const query = fragment.read()[1];
    if (![...query.keys()].some(known)) return;
    choose(query);
    run();
  });
  choose(fragment.read()[1]);
  verify();
  run();
}
