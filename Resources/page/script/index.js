// The index: a search through all lessons, filters, and how far the reader has come with each.
const course = JSON.parse(byId('course').textContent);
const query = byId('query');
const filters = ['subject', 'field'].map(byId).filter(Boolean);
const most = 30;

// A text for comparing: small letters without marks, each in its place.
const fold = text => text.replace(/./gsu, letter => {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return base.length === letter.length ? base : letter;
});
// Every place that may be found: each lesson by its title and summary, and each section of it.
const parts = course.flatMap(lesson => [
  { anchor: '', title: lesson.title, text: lesson.summary },
  ...lesson.sections,
].map(part => ({
  ...part, lesson,
  folded: [[part.title, 8], [`${part.text} ${part.words || ''}`, 2], [lesson.title, 0.5]].map(([text, weight]) => [fold(text), weight]),
})));

// What `term` is worth in a text: a word's beginning more than its middle; 0 where it is not there.
function weigh(text, term, weight) {
  let inside = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] || ' ')) return weight;
    inside = weight / 4;
  }
  return inside;
}
// How well `part` answers: 0 where a term is nowhere, or all of them in the lesson's title alone.
function worth(part, terms) {
  const sums = terms.map(term => part.folded.map(([text, weight]) => weigh(text, term, weight)));
  const isFound = sums.every(sum => sum.some(Boolean)) && sums.some(sum => sum[0] || sum[1]);
  return isFound ? sums.flat().reduce((a, b) => a + b) : 0;
}
// `text` from `start` to `end` with its terms marked.
function marked(text, terms, start = 0, end = text.length) {
  const folded = fold(text);
  const result = document.createDocumentFragment();
  while (start < end) {
    const [at, term] = terms.map(term => [folded.indexOf(term, start), term])
      .filter(([at, term]) => at >= 0 && at + term.length <= end)
      .sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0] || [end, ''];
    result.append(text.slice(start, at));
    if (term) result.append(make('mark', { textContent: text.slice(at, at + term.length) }));
    start = at + term.length;
  }
  return result;
}
// The stretch of `text` around the first of `terms`, between blanks.
function snippet(text, terms) {
  const first = Math.min(...terms.map(term => fold(text).indexOf(term)).filter(at => at >= 0), Infinity);
  const start = first < 80 || first === Infinity ? 0 : text.lastIndexOf(' ', first - 50) + 1;
  const space = text.indexOf(' ', start + 200);
  const end = space < 0 || space > start + 240 ? Math.min(text.length, start + 240) : space;
  const result = make('p');
  result.append(start ? '… ' : '', marked(text, terms, start, end), end < text.length ? ' …' : '');
  return result;
}
function entry(part, terms) {
  const item = make('li', { lang: part.lesson.language });
  const address = encodeURIComponent(part.lesson.slug) + '.html' + (part.anchor && '#' + encodeURIComponent(part.anchor));
  const link = make('a', { href: address });
  link.append(marked(part.title || part.view || part.lesson.title, terms));
  item.append(link);
  if (part.view) item.append(make('div', { className: 'of', textContent: `${part.lesson.title} · ${part.view}` }));
  if (part.text) item.append(snippet(part.text, terms));
  return item;
}

const isWanted = lesson => filters.every(filter => !filter.value || lesson[filter.id] === filter.value);
const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
function find() {
  const terms = [...new Set(fold(query.value).split(/\s+/).filter(Boolean))];
  const found = terms.length ? parts.filter(part => isWanted(part.lesson))
    .map(part => [worth(part, terms), part]).filter(([worth]) => worth).sort((a, b) => b[0] - a[0]) : [];
  byId('results').replaceChildren(...found.slice(0, most).map(([, part]) => entry(part, terms)));
  byId('results').hidden = !terms.length;
  byId('lessons').hidden = terms.length > 0;
  const chosen = course.filter(isWanted);
  all('.course > li').forEach(card => { card.hidden = !chosen.some(lesson => lesson.slug === card.dataset.lesson); });
  const lessons = new Set(found.map(([, part]) => part.lesson)).size;
  byId('found').textContent = !terms.length ? (filters.some(filter => filter.value) ? count(chosen.length, 'lesson') : '')
    : !found.length ? `Nothing found for “${query.value.trim()}”. Fewer or shorter words may find more.`
    : `${count(found.length, 'place')} in ${count(lessons, 'lesson')}${found.length > most ? `, the best ${most} of them below` : ''}`;
}
const recall = () => [query, ...filters].forEach(field => { field.value = fragment.get(field.id) || ''; });
[query, ...filters].forEach(field => field.addEventListener('input', () => {
  fragment.set(field.id, field.value || null);
  find();
}));
query.onkeydown = event => {
  if (event.key === 'Escape' && query.value) { query.value = ''; query.dispatchEvent(new Event('input')); }
  else if (event.key === 'Enter') byId('results').querySelector('a')?.click();
  else return;
  event.preventDefault();
};
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, select, textarea')) return;
  event.preventDefault();
  query.focus();
});
addEventListener('hashchange', () => { recall(); find(); });

// What a lesson's page has kept of the reader's practice, in words; practice.js tells its form.
function progress(slug) {
  try {
    const { version, quiz, challenge, recall } = JSON.parse(localStorage.getItem('glassbox/1/' + slug));
    const score = (name, { of, answers }) => {
      const given = Object.values(answers);
      return given.length ? [`${name} ${given.filter(({ right }) => right === true).length} of ${Math.max(+of, given.length)} right`] : [];
    };
    // Due as recall.js has it: a review by the day's end.
    const endOfDay = new Date().setHours(23, 59, 59, 999);
    const due = Object.values(recall.cards).filter(card => card.due <= (card.phase === 'review' ? endOfDay : Date.now())).length;
    return version !== 1 ? '' :
      [...score('quiz', quiz), ...score('challenge', challenge), ...due ? [count(due, 'card') + ' due'] : []].join(' · ');
  } catch { return ''; }
}
function showProgress() {
  all('.course .progress').forEach(line => line.remove());
  all('.course > li').forEach(card => {
    const textContent = progress(card.dataset.lesson);
    if (textContent) card.querySelector('.badges').before(make('p', { className: 'progress', lang: 'en', textContent }));
  });
}
addEventListener('storage', showProgress);
addEventListener('pageshow', showProgress);

if (course.length) {
  document.querySelector('.find').hidden = false;
  recall();
  find();
}
