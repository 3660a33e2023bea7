// Project: the script to take away, and a pasted result held against the targets.
function notebook(script) {
  const cell = (cell_type, text, more) => ({ cell_type, metadata: {}, source: text.trim().match(/.*\n|.+$/g) || [], ...more });
  const cells = script.split(/^# %% ?/m).flatMap((part, place) => {
    const [title, ...lines] = place ? part.split('\n') : ['', part];
    const code = cell('code', lines.join('\n'), { execution_count: null, outputs: [] });
    return title ? [cell('markdown', '## ' + title), code] : [code];
  });
  const kernelspec = { name: 'python3', display_name: 'Python 3', language: 'python' };
  return JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 4 }, null, 1);
}
all('.script').forEach(part => {
  const { file } = part.dataset;
  const code = part.querySelector('code');
  const said = make('span');
  said.setAttribute('role', 'status');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(code);
      said.textContent = 'Selected: copy it with your keyboard.';
    }
  };
  const act = make('p', { className: 'act' });
  act.append(
    makeButton('Copy', copy),
    makeButton('Download .py', () => saveFile(file + '.py', 'text/x-python', code.textContent)),
    makeButton('Download .ipynb', () => saveFile(file + '.ipynb', 'application/x-ipynb+json', notebook(code.textContent))),
    said);
  part.prepend(act);
});

// The numbers of a run's output: `epoch 20 loss 0.1083 val_loss 0.2571`, and others by their name.
function readOutput(text) {
  const [series, single] = [new Map(), new Map()];
  let epochs = 0;
  for (const line of text.slice(0, 1e6).replace(/\u2212/g, '-').split('\n')) {
    const pairs = [...line.matchAll(/([a-z_]\w*)[\s:=]+(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|-?nan|-?inf)(%?)/gi)]
      .map(([, name, digits, sign]) => [name.toLowerCase(), Number(digits.replace(/inf/i, 'Infinity')) / (sign ? 100 : 1)]);
    const epoch = pairs[0]?.[0] === 'epoch' ? pairs.shift()[1] : 0;
    epochs = Math.max(epochs, epoch);
    for (const [name, value] of pairs) {
      if (epoch) series.set(name, (series.get(name) || new Map()).set(epoch, value));
      else single.set(name, value);
    }
  }
  return { series, single, epochs };
}
function term(text, { series, single, epochs }) {
  if (/^[-\d.]/.test(text)) return Number(text);
  if (text === 'epochs') return epochs || undefined;
  const [, name, index] = text.match(/^(\w+)(?:\[(\w+)\])?$/) || [];
  const values = series.get(name);
  if (!index || !values) return !index || index === 'last' ? single.get(name) : undefined;
  const epoch = { first: 1, last: epochs }[index] || +index;
  if (epoch || values.size < epochs) return values.get(epoch);
  const numbers = [...values.values()];
  return index === 'mean' ? numbers.reduce((sum, value) => sum + value, 0) / numbers.length : Math[index](...numbers);
}
const holds = {
  '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b,
  '==': (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)),
};
// Whether an output meets a condition such as `val_accuracy[last] >= 0.93`, and in what numbers.
function judge(condition, output) {
  let isMet = true;
  const numbers = [];
  for (const comparison of condition.split(' and ')) {
    const [left, sign, right] = comparison.split(' ');
    const sides = [left, right].map(side => {
      const value = term(side, output), name = side.replace('[last]', '[epochs]');
      if (value === undefined) numbers.unshift(`the output does not say ${name}`);
      else if (!/^[-\d.]/.test(side)) numbers.push(`${name} = ${value}`);
      return value;
    });
    if (sides.includes(undefined)) return { text: numbers[0] };
    isMet &&= holds[sign](...sides);
  }
  return { isMet, text: `${isMet ? '✓ met' : 'not met'}: ${numbers.join(', ')}` };
}
all('.goals').forEach(goals => {
  const rows = all('tbody tr', goals);
  const field = make('textarea', { id: 'project-result', rows: 6, spellcheck: false });
  const label = make('label', { htmlFor: field.id, textContent: 'Paste what your run printed' });
  const verdict = make('p', { className: 'result' });
  verdict.setAttribute('role', 'status');
  const press = makeButton('Judge the result', () => {
    const output = readOutput(field.value);
    if (!output.epochs && !output.single.size) {
      all('tr > :nth-child(4)', goals).forEach(cell => cell.remove());
      verdict.textContent = 'There is no line with names and numbers in it, such as: epoch 2 loss 0.1083 val_loss 0.2571';
      return;
    }
    const found = rows.map(row => row.dataset.target
      ? judge(row.dataset.target, output) : { text: 'printed numbers do not tell; for a lesson with your settings, glassbox show --view project does' });
    found.forEach(({ isMet, text }, place) => {
      const row = rows[place];
      if (row.children.length < 4) row.append(make('td'));
      row.lastChild.className = isMet === undefined ? '' : isMet ? 'right' : 'wrong';
      row.lastChild.textContent = text;
    });
    const head = goals.querySelector('thead tr');
    if (head.children.length < 4) { head.append(make('th', { scope: 'col', textContent: 'Your result' })); }
    const [met, open] = [true, undefined].map(wanted => found.filter(({ isMet }) => isMet === wanted).length);
    verdict.textContent = met === rows.length ? 'Every target is met.'
      : `${met} of ${rows.length} target${rows.length > 1 ? 's' : ''} met${open ? `, ${open} not judged` : ''}.`;
  });
  const act = make('p', { className: 'act' });
  act.append(press);
  goals.append(label, field, act, verdict);
});
