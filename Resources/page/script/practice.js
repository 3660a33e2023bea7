// What the learner did with this lesson. It is kept in this browser's localStorage and never leaves the page.
//
// The key is `glassbox/1/` and the lesson's slug (data-lesson of the body; the page's file name without .html); 1 is
// the version of the format. The value is JSON:
//   { "version": 1, "lesson": SLUG,
//     "view": "recall",                                               the view that was open last; may be missing
//     "quiz": { "of": 5, "answers": { ID: { "right": true, "given": [0, 2] } } },
//     "challenge": the same,
//     "recall": { "of": 11, "cards": { ID: { "phase": "learning" | "review" | "relearning", "step": 0,
//                 "stability": days, "difficulty": 1 to 10, "last": milliseconds, "due": milliseconds } } } }
// `of` says how many there are on the page. `given` is what was typed, or the places that were chosen, or their order.
// An ID is a hash of what is asked, so that a question that its author changed begins anew; what is no longer asked
// is dropped. A card that has no entry is new.
const lesson = document.body.dataset.lesson;
const storageKey = 'glassbox/1/' + lesson;
const emptyRecord = () => ({
  version: 1, lesson, quiz: { of: 0, answers: {} }, challenge: { of: 0, answers: {} }, recall: { of: 0, cards: {} },
});
const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const isWithin = (value, low, high) => typeof value === 'number' && value >= low && value <= high;
const isPlace = value => Number.isInteger(value) && isWithin(value, 0, 999);
const isAnswer = ({ right, given }) => typeof right === 'boolean'
  && (typeof given === 'string' ? given.length < 1000 : Array.isArray(given) && given.length < 1000 && given.every(isPlace));
const isCard = card => ['learning', 'review', 'relearning'].includes(card.phase) && isWithin(card.step, 0, 1)
  && Number.isInteger(card.step) && isWithin(card.stability, 0.001, 1e6) && isWithin(card.difficulty, 1, 10)
  && isWithin(card.last, 0, 8e15) && isWithin(card.due, card.last, 8e15);

// The record that `text` holds; throws what is wrong with it, in words for the learner.
function readRecord(text) {
  let found;
  try { found = JSON.parse(text); } catch { throw Error('This file is not JSON.'); }
  if (!isObject(found) || found.lesson === undefined) throw Error('This file holds no progress of a lesson.');
  if (found.version !== 1) throw Error('This file is of another version of Glassbox.');
  if (found.lesson !== lesson) throw Error(`This file is of another lesson, “${String(found.lesson).slice(0, 80)}”.`);
  const part = (name, entries, isEntry) => {
    const { of, [entries]: kept } = isObject(found[name]) ? found[name] : {};
    if (!isPlace(of) || !isObject(kept) || !Object.entries(kept).every(([id, entry]) =>
      /^[0-9a-z]{1,9}$/.test(id) && isObject(entry) && isEntry(entry))) {
      throw Error(`This file is damaged: its ${name} cannot be read. Nothing was changed.`);
    }
    return { of, [entries]: kept };
  };
  const view = byId(String(found.view));
  return {
    version: 1, lesson, view: view?.classList.contains('view') ? view.id : undefined,
    quiz: part('quiz', 'answers', isAnswer), challenge: part('challenge', 'answers', isAnswer),
    recall: part('recall', 'cards', isCard),
  };
}

const practice = {
  record: emptyRecord(),
  isKept: true,
  load() {
    try { practice.record = readRecord(localStorage.getItem(storageKey)); } catch { practice.record = emptyRecord(); }
  },
  save() {
    try { localStorage.setItem(storageKey, JSON.stringify(practice.record)); } catch { practice.isKept = false; }
    practice.say();
  },
  show() {
    restoreAnswers();
    document.dispatchEvent(new CustomEvent('glassbox:practice'));
  },
  say() {
    practice.place.textContent = practice.isKept
      ? 'Answers and cards are kept in this browser, for this lesson alone. Nothing leaves the page.'
      : 'This browser keeps nothing for this page: answers and cards last until it is closed. Export them to keep them.';
  },
  place: make('p'),
};
// FNV-1a of a text without its blanks: Fowler, Noll and Vo, 1991.
function identify(text) {
  let hash = 0x811c9dc5;
  for (const unit of text.replace(/\s+/g, '')) hash = Math.imul(hash ^ unit.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}
function saveFile(name, type, text) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
}

// Answers: what was given is given again when the page opens.
const questions = all('.question').map(question => ({
  question, kind: question.closest('.view')?.id === 'challenge' ? 'challenge' : 'quiz',
  id: identify(all('legend, .opt label, .order span', question).map(part => part.textContent).join()
    .replace(/^\s*Question \d+ of \d+/, '')),
}));
let isRestoring = false;
const given = question => {
  if (question.querySelector('.field')) return question.querySelector('.field input').value;
  if (question.dataset.kind === 'order') return all('.order > li', question).map(item => +item.dataset.place);
  return all('.opt input', question).flatMap((input, place) => input.checked ? [place] : []);
};
function keepAnswers() {
  if (isRestoring) return;
  for (const kind of ['quiz', 'challenge']) practice.record[kind] = { of: 0, answers: {} };
  for (const { question, kind, id } of questions) {
    const { outcome } = question.dataset;
    practice.record[kind].of += 1;
    if (outcome) practice.record[kind].answers[id] = { right: outcome === 'right', given: given(question) };
  }
  practice.save();
}
function restoreAnswers() {
  isRestoring = true;
  for (const { question, kind, id } of questions) {
    const answer = practice.record[kind].answers[id];
    if (question.dataset.outcome) reset(question);
    if (!answer) continue;
    const places = [].concat(answer.given);
    const field = question.querySelector('.field input');
    const list = question.querySelector('.order');
    if (field) field.value = places[0];
    else if (list) places.forEach(place => { const item = list.querySelector(`[data-place="${place}"]`); if (item) list.append(item); });
    else all('.opt input', question).forEach((input, place) => { input.checked = places.includes(place); });
    check(question);
  }
  isRestoring = false;
}
document.addEventListener('glassbox:score', keepAnswers);
practice.load();
restoreAnswers();
addEventListener('storage', event => { if (event.key === storageKey) { practice.load(); practice.show(); } });

// The view that was open last opens again, unless a link says which.
if (!location.hash && practice.record.view) openView(byId(practice.record.view));
addEventListener('hashchange', () => {
  const { id } = document.querySelector('.view.open') || {};
  if (id && id !== practice.record.view) { practice.record.view = id; practice.save(); }
});

// Export, import, forget.
function progressPanel() {
  const message = make('p');
  message.setAttribute('role', 'status');
  const file = make('input', { type: 'file', accept: '.json,application/json', hidden: true });
  file.onchange = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    try {
      if (chosen.size > 1e6) throw Error('This file is too large to be the progress of a lesson.');
      const record = readRecord(await chosen.text());
      practice.record = record;
      practice.show();
      practice.save();
      const count = Object.keys({ ...record.quiz.answers, ...record.challenge.answers }).length;
      message.textContent = `Imported: answers ${count}, cards ${Object.keys(record.recall.cards).length}.`;
    } catch (error) { message.textContent = error.message; }
    file.value = '';
  };
  const buttons = make('p', { className: 'act' });
  buttons.append(
    makeButton('Export', () => {
      saveFile(`${lesson}-progress.json`, 'application/json', JSON.stringify(practice.record, null, 2));
      message.textContent = 'Exported.';
    }),
    makeButton('Import…', () => file.click()),
    makeButton('Forget everything', () => {
      if (!confirm('Forget all answers and cards of this lesson?')) return;
      try { localStorage.removeItem(storageKey); } catch {}
      practice.load();
      practice.show();
      message.textContent = 'Forgotten.';
    }), file);
  const panel = make('details', { className: 'progress' });
  panel.append(make('summary', { textContent: 'Your progress' }), practice.place, buttons, message);
  practice.say();
  return panel;
}
byId('recall')?.append(progressPanel());
