// What a setting is told as text, read, and written as bytes. Nothing here knows of a page: the tests run it alone.
// What a setting takes, in the words of the command line.
const range = ({ min, max, above, below }) => min === undefined && max === undefined ? ''
  : max === undefined ? (above ? ` above ${min}` : ` of at least ${min}`)
  : min === undefined ? (below ? ` below ${max}` : ` of at most ${max}`)
  : ` from ${above ? 'above ' : ''}${min} to ${below ? 'below ' : ''}${max}`;
const requirement = ({ kind, words, ...bounds }) => kind === 'choice' ? `one of ${words.join(', ')}`
  : kind === 'flag' ? 'true or false'
  : ({ real: 'a number', reals: 'a list of numbers', integers: 'a list of whole numbers' }[kind] || 'a whole number') + range(bounds);
const whole = kind => !/^real/.test(kind);
const isList = kind => /s$/.test(kind);

// The value that a text is; throws what is wrong with it.
function parse(setting, text) {
  const { kind, min = -Infinity, max = 2 ** 30, above, below, words = [], none } = setting;
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

