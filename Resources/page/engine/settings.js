// What a setting is told as text, read, and written as bytes. Nothing here knows of a page: the tests run it alone.
// What a setting takes, in the words of the command line.
const range = ({ min, max, above, below }) => min === undefined && max === undefined ? ''
  : max === undefined ? (above ? ` above ${min}` : ` of at least ${min}`)
  : min === undefined ? (below ? ` below ${max}` : ` of at most ${max}`)
  : ` from ${above ? 'above ' : ''}${min} to ${below ? 'below ' : ''}${max}`;
const requirement = ({ kind, words, ...bounds }) => kind === 'choice' ? `one of ${words.join(', ')}`
  : kind === 'flag' ? 'true or false'
  : kind === 'formula' ? 'an expression of epoch'
  : kind === 'components' ? 'a list of schedulers'
  : ({ real: 'a number', reals: 'a list of numbers', integers: 'a list of whole numbers' }[kind] || 'a whole number') + range(bounds);
const whole = kind => !/^real/.test(kind);
const isList = kind => /^(reals|integers)$/.test(kind);
// Whether a value is told as its text, with the bytes beside it.
const isText = kind => kind === 'formula' || kind === 'components';

// The value that a text is; throws what is wrong with it.
function parse(setting, text) {
  const { kind, min = -Infinity, max = 2 ** 30, above, below, words = [], none } = setting;
  const clean = String(text).trim(), name = setting.path.replace(/.*\./, '');
  if (none && /^(None)?$/.test(clean)) return null;
  if (words.includes(clean)) return clean;
  if (isText(kind)) {
    try { return kind === 'formula' ? formula(clean.replace(/^(["'])(.*)\1$/s, '$2')) : components(clean); }
    catch ({ message }) { throw new Error(`${name} must be ${requirement(setting)}: ${message}`); }
  }
  if (kind === 'flag' && /^(true|false)$/.test(clean)) return clean === 'true';
  const numbers = clean.replace(/^\[|\]$/g, '').split(',').map(part => part.trim() === '' ? NaN : Number(part));
  const fits = number => Number.isFinite(number) && (!whole(kind) || Number.isInteger(number))
    && (above ? number > min : number >= min) && (below ? number < max : kind.startsWith('real') && setting.max === undefined || number <= max);
  if (kind === 'flag' || kind === 'choice' || !numbers.every(fits) || !isList(kind) && numbers.length > 1) {
    throw new Error(`${name} must be ${requirement(setting)}, found ${clean.replaceAll('-', '−') || 'nothing'}`);
  }
  return isList(kind) ? numbers : numbers[0];
}
const show = value => value === undefined || value === null ? 'None'
  : value.text ?? (Array.isArray(value) ? (value.length === 1 ? String(value[0]) : `[${value.join(', ')}]`) : String(value));

// Bytes as Sources/Engine/Encoding has them.
const long = value => new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
const double = value => new Uint8Array(Float64Array.of(value).buffer);
const short = value => new Uint8Array(Uint32Array.of(value).buffer);
const join = (...parts) => Uint8Array.from(parts.flatMap(part => typeof part === 'number' ? part : [...part]));
function bytes({ kind, words = [] }, value) {
  if (kind === 'count') return long(value);
  if (kind === 'optionalCount') return value === null ? join(0) : join(1, long(value));
  if (value === null || value === undefined) return join(0);
  if (isText(kind)) return value.bytes;
  if (words.includes(value)) return join(4, long(words.indexOf(value)));
  if (kind === 'flag') return join(1, +value);
  if (isList(kind)) return join(whole(kind) ? 5 : 6, short(value.length), ...value.map(whole(kind) ? long : double));
  return kind === 'integer' ? join(2, long(value)) : join(3, double(value));
}
const string = text => { const letters = new TextEncoder().encode(text); return join(short(letters.length), letters); };
// A component of the catalog: its name, its category's and its own row, its parameters; and the values that it begins with,
// or has where a list of schedulers does not say otherwise.
const componentBytes = ([, category, row, parameters], values) => join(
  category, long(row), short(parameters.length), ...parameters.map(p => bytes(p, values.get(p.path))), short(0));
const initial = ([, , , parameters], isStandard) =>
  new Map(parameters.map(p => [p.path, parse(p, isStandard && p.standard || show(p.value))]));

// A schedule's expression of epoch, as FormulaCompiler.swift reads it, to the engine's stack program. An infix sign has its
// level and the instructions after its operands, a function its instruction.
const infix = {
  __proto__: null, or: [0, 24], and: [1, 23], '==': [3, 17], '!=': [3, 18], '<': [3, 19], '<=': [3, 20], '>': [3, 21], '>=': [3, 22],
  '+': [4, 1], '-': [4, 2], '*': [5, 3], '/': [5, 4], '//': [5, 4, 16], '%': [5, 6], '^': [7, 5],
};
const functions = {
  __proto__: null, min: 8, max: 9, abs: 10, sqrt: 11, exp: 12, log: 13, cos: 14, sin: 15, floor: 16, int: 16, pow: 5, float: -1,
};
function formula(text) {
  const [, name, body] = /^\s*lambda\s+(\w+)\s*:(.*)$/s.exec(text) || [0, 0, text];
  const tokens = body.replace(/\b(math|np|numpy|torch)\./g, '').replaceAll('**', '^')
    .match(/[\d.][\d._]*(e[+-]?\d+)?|[a-z_]\w*|\/\/|[=!<>]=|\S/gi) || [];
  let at = 0;
  const fail = () => { throw new Error(tokens[at] ? `${tokens[at]} has no meaning there` : 'it ends too early'); };
  const take = sign => tokens[at] === sign && ++at;
  const need = sign => take(sign) || fail();
  const constant = value => [[255, ...double(value)]];
  function whole() {
    const then = binary(0);
    if (!take('if')) return then;
    const condition = binary(0);
    need('else');
    return [...condition, ...then, ...whole(), [26]];
  }
  function binary(lowest) {
    let left = take('not') ? [...binary(2), [25]] : take('-') ? [...binary(6), [7]] : take('+') ? binary(6) : primary();
    for (let found; (found = infix[tokens[at]]) && found[0] >= lowest;) {
      const [level, ...codes] = found;
      at++;
      left = [...left, ...binary(level + (level < 7)), ...codes.map(code => [code])];
      if (level === 3 && infix[tokens[at]]?.[0] === 3) fail();
    }
    return left;
  }
  function primary() {
    const token = tokens[at] ?? '', code = functions[token];
    if (/^[\d.]/.test(token) && Number.isFinite(+token.replaceAll('_', ''))) return at++, constant(+token.replaceAll('_', ''));
    if (token === 'pi') return at++, constant(Math.PI);
    if (name ? token === name : /^e(poch)?$/.test(token)) return at++, [[0]];
    if (token !== '(' && !code) fail();
    if (code) at++;
    need('(');
    const given = [whole()], least = /^(min|max|pow)$/.test(token) ? 2 : 1;
    while (code && take(',')) given.push(whole());
    if (code && (given.length < least || given.length > least && !/^m/.test(token))) fail();
    need(')');
    return given.flatMap((operand, place) => [...operand, ...code > 0 && place >= least - 1 ? [[code]] : []]);
  }
  const program = whole();
  if (tokens[at]) fail();
  return { text: `"${text}"`, bytes: join(8, short(program.length), ...program.map(code => join(...code)), string(text)) };
}

// Schedulers as a lesson lists them: [LinearLR, { StepLR: { step_size: 5 } }].
function components(text) {
  const sign = /\s*("[^"]*"|'[^']*'|[[\]{},:]|[^[\]{},:]*[^[\]{},:\s]|$)/y;
  const next = () => sign.exec(text)[1];
  const peek = () => { const { lastIndex } = sign, found = next(); sign.lastIndex = lastIndex; return found; };
  const need = wanted => { if (next() !== wanted) throw new Error(`${wanted} is missing`); };
  // What stands at the place, as text: brackets with all that is in them.
  function value() {
    const start = sign.lastIndex;
    let depth = 0;
    do {
      const found = next();
      if (!found) throw new Error('it ends too early');
      depth += /[[{]/.test(found[0]) - /[\]}]/.test(found[0]);
    } while (depth > 0);
    return text.slice(start, sign.lastIndex);
  }
  function component() {
    const isBraced = peek() === '{';
    if (isBraced) next();
    const name = next(), option = options.find(([other, category]) => category === 5 && other === name);
    if (!option) throw new Error(`there is no scheduler ${name || 'there'}`);
    const values = initial(option, true), missing = new Set(option[3].filter(p => p.needs).map(p => p.path));
    if (isBraced) {
      need(':');
      need('{');
      while (peek() !== '}') {
        const path = next(), parameter = option[3].find(p => p.path === path);
        if (!parameter) throw new Error(`${name} has no parameter ${path || 'there'}`);
        need(':');
        values.set(path, parse(parameter, value()));
        missing.delete(path);
        if (peek() !== '}') need(',');
      }
      next();
      need('}');
    }
    if (missing.size) throw new Error(`${name} needs ${[...missing][0]}`);
    return componentBytes(option, values);
  }
  const list = [];
  need('[');
  while (peek() !== ']') {
    list.push(component());
    if (peek() !== ']') need(',');
  }
  next();
  if (peek()) throw new Error(`${peek()} is too much`);
  return { text, bytes: join(7, short(list.length), ...list) };
}
