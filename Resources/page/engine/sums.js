// How a unit came about, as UnitEquation.swift and RecurrentEquation.swift tell it: bars for the largest terms, and the whole.
const subscript = value => String(value).replace(/\d/g, digit => String.fromCharCode(0x2080 + +digit));
const inputName = input => lesson.inputs[input] ?? 'x' + subscript(input + 1);
const count = (value, unit) => `${value} ${unit}${value === 1 ? '' : 's'}`;
// Numbers with four or five digits for the largest of `sizes`, and six decimals at most.
const decimals = sizes => {
  const most = Math.max(...sizes.map(Math.abs)), exponent = most ? +most.toExponential().split('e')[1] : 0;
  return Math.min(Math.max(3 - exponent, 3), 6);
};
const alike = sizes => written(decimals(sizes));
// With up to two digits more until a and b, rounded, add up to the sum, rounded.
const adding = (digits, a, b, sum) => [0, 1, 2].map(more => written(digits + more))
  .find(number => number(readBack(number(a)) + readBack(number(b))) === number(sum)) || written(digits);
const plus = (number, a, b) => `${number(a)} ${b < 0 ? '−' : '+'} ${number(Math.abs(b))}`;
const times = (number, a, b) => `${number(a)}·${number(b).replace(/^−.*/, '($&)')}`;

// Rows of a label, a product and a text, over the line that they lead to.
function summed(rows, total, reading) {
  const full = Math.max(...rows.map(([, product]) => Math.abs(product))) || 1;
  const bars = el('table', { className: rows.some(([, product]) => product < 0) ? 'bars signed' : 'bars' }, el('tbody', {},
    ...rows.map(([label, product, text]) => {
      const bar = el('td', { className: product < 0 ? 'u' : '' });
      bar.style.setProperty('--w', Math.round(100 * Math.abs(product) / full) + '%');
      return el('tr', {}, el('th', {}, ...label), bar, el('td', { textContent: text }));
    })));
  return [bars, el('p', { className: 'total', textContent: total }), el('p', { className: 'reading', textContent: reading })];
}

function weighted({ terms, rest, restCount, bias, sum }, { place, activation, isMean }, value) {
  const digits = decimals([...terms.map(({ product }) => product), rest, bias, sum]), number = written(digits);
  const symbol = place === 1 && !isMean ? 'x' : 'h', size = isMean && terms.length && Math.round(1 / terms[0].weight);
  const name = input => symbol === 'x' ? inputName(input) : symbol + subscript(input + 1);
  const rows = terms.map(({ input, x, weight, product }) => [[name(input), size ? ' / ' + size : ' · w'],
    product, `${number(x)} ${size ? '/ ' + size : '· ' + number(weight)} = ${number(product)}`]);
  if (restCount) rows.push([[restCount + ' more'], rest, number(rest)]);
  const products = terms.reduce((sum, { product }) => sum + product, rest);
  const whole = adding(digits, products, bias ?? 0, sum);
  const made = size ? `Σ ${symbol} / ${size}` : bias === null ? `Σ w·${symbol}` : `Σ w·${symbol} + b = ${plus(whole, products, bias)}`;
  const most = terms[0]?.product ? `, the largest in size from ${name(terms[0].input)}.` : '.';
  return summed(rows, `${made} = ${whole(sum)}` + passed(activation, whole(value)),
    size ? 'The mean of what the window holds' + most : `${count(terms.length + restCount, 'product')} of an input and its weight${most}`);
}
const passed = (activation, value) => activation.length ? [...activation, value].map(name => ' → ' + name).join('') : '';

function gated({ gates, states, sum }, { layer, activation, isRectified }, value) {
  const sums = gates.flatMap(({ input, state }) => [input, state]);
  const number = alike([...sums.flatMap(({ sum, terms }) => [sum, ...terms.map(({ product }) => product)]), ...states, sum]);
  const names = { LSTM: 'ifgo', GRU: 'rzn' }[layer] || ['h′'], [a, b, c, d] = gates.map(({ value }) => value), now = number(sum);
  const parts = gates.map(({ input, state, value }, place) => {
    const name = names[place], made = /[ng]/.test(name) ? 'tanh' : name !== 'h′' ? 'σ' : isRectified ? 'ReLU' : 'tanh';
    const halves = [['x', 'w', input], ['h', 'u', state]].filter(([, , { terms, rest }]) => rest || terms.some(({ x }) => x));
    const rows = halves.flatMap(([symbol, weight, { terms }]) => terms.map(({ input, x, weight: w, product }) =>
      [[symbol + subscript(input + 1), ' · ' + weight], product, `${number(x)} · ${number(w)} = ${number(product)}`]));
    rows.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
    halves.forEach(([symbol, , { rest, restCount }]) => { if (restCount) rows.push([[`${restCount} more of ${symbol}`], rest, number(rest)]); });
    const [x, h] = input.bias === null ? ['W x', 'U h'] : ['W x + b', 'U h + c'];
    const told = name === 'n' ? `tanh(${x} + r·(${h})) = tanh(${number(input.sum)} + ${times(number, a, state.sum)})`
      : `${made}(${x} + ${h}) = ${made}(${plus(number, input.sum, state.sum)})`;
    return summed(rows, `${name} = ${told} = ${number(value)}`,
      halves.map(([symbol, , { terms, restCount }]) => `${count(terms.length + restCount, 'product')} with ${symbol}`).join(', ').replace(/.$/, '$&.'));
  });
  const joined = c === undefined ? [] : d === undefined
    ? [`h′ = (1 − z)·n + z·h = (1 − ${number(b)})${times(number, 0, c).replace(/^[^·]*/, '')} + ${times(number, b, states[0])} = ${now}`]
    : [`c′ = f·c + i·g = ${times(number, b, states[1])} + ${times(number, a, c)} = ${number(states[2])}`,
      `h′ = o·tanh c′ = ${number(d)}·tanh ${number(states[2])} = ${now}`];
  parts.push(joined.map(textContent => el('p', { className: 'total', textContent })));
  const lines = parts.flat();
  lines.findLast(({ className }) => className === 'total').textContent += passed(activation, number(value));
  return lines;
}

const opened = (unit, title, figure, value) =>
  [el('p', { className: 'unit', textContent: title }), ...(unit.gates.length ? gated : weighted)(unit, figure, value)];
