// Recall: one card at a time, when fsrs.js says that it is due.
const duration = milliseconds => {
  const [minutes, hours, days, months] = [6e4, 36e5, 864e5, 2628e6].map(unit => Math.round(milliseconds / unit));
  return minutes < 60 ? minutes + ' min' : hours < 24 ? hours + ' h' : days < 60 ? days + ' d' : months + ' mo';
};
const moment = time => {
  const date = new Date(time);
  return date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString([], { timeStyle: 'short' }) : date.toLocaleDateString([], { dateStyle: 'long' });
};
const copies = nodes => nodes.map(node => {
  const copy = node.cloneNode(true);
  [copy, ...all('[id]', copy)].forEach(part => part.removeAttribute('id'));
  return copy;
});
function sides(item) {
  const question = item.dataset.question && byId(item.dataset.question);
  if (!question) return all(':scope > .front, :scope > .back', item);
  const answer = answerOf(question);
  const [front, back, list] = ['div', 'div', 'ul'].map(name => make(name));
  const isAsked = part => !part.matches('legend, .opt, .field, .hint, .order, .act, .result');
  list.append(...all('.opt label > span, .order span', question).map(part => {
    const choice = make('li');
    choice.append(...copies([part]));
    return choice;
  }));
  front.append(...copies([answer.querySelector('.prompt'), ...[...question.children].filter(isAsked)]));
  if (list.firstChild) front.append(list);
  const right = all('.options > .right', answer).flatMap(option => [...option.children]);
  back.append(...copies(right.length ? right : all('.right', answer)), ...copies(all('.why', answer)));
  return [front, back];
}
function recall(deck) {
  const stage = make('div', { className: 'recall' });
  const counts = make('p', { className: 'hint' });
  const card = make('div', { className: 'flash' });
  const act = make('div', { className: 'act' });
  const cards = all(':scope > li', deck).map(item => {
    const [front, back] = sides(item);
    back.tabIndex = -1;
    return { id: identify(front.textContent), front, back };
  });
  const states = () => practice.record.recall.cards;
  let current, isShown, isPractising = false, wake;
  const seen = new Set();
  const endOfDay = () => new Date().setHours(23, 59, 59, 999);
  const isDue = state => state.due <= (state.phase === 'review' ? endOfDay() : Date.now());
  const byTime = (a, b) => states()[a.id].due - states()[b.id].due;
  function sorted() {
    const known = cards.filter(({ id }) => states()[id]).sort(byTime);
    return { due: known.filter(({ id }) => isDue(states()[id])), fresh: cards.filter(({ id }) => !states()[id]), known };
  }
  function draw() {
    clearTimeout(wake);
    const { due, fresh, known } = sorted();
    isShown = false;
    const later = cards.length - due.length - fresh.length;
    counts.textContent = `${due.length} due now · ${fresh.length} new · ${later ? later + ' later · ' : ''}${cards.length} card${cards.length === 1 ? '' : 's'}`;
    current = [...due, ...fresh][0] || (isPractising && known.find(({ id }) => !seen.has(id)));
    card.hidden = !current;
    card.replaceChildren(...(current ? [current.front] : []));
    if (current) {
      act.replaceChildren(makeButton('Show the answer', show), make('span', { className: 'hint', textContent: 'or press Space, then a number from 1 to 4' }));
    } else {
      isPractising = false;
      const next = states()[known[0].id].due;
      wake = setTimeout(draw, Math.min(Math.max(next - Date.now(), 1000), 36e5));
      act.replaceChildren(
        make('p', { textContent: `Nothing is due until ${moment(next)}.` }),
        makeButton('Practise anyway', () => { isPractising = true; seen.clear(); draw(); focus(); }));
    }
  }
  const focus = () => act.querySelector('button').focus();
  function show() {
    isShown = true;
    card.append(current.back);
    const now = Date.now();
    act.replaceChildren(...['Again', 'Hard', 'Good', 'Easy'].map((name, place) => {
      const button = makeButton(name, () => grade(place + 1));
      const { due } = fsrs(states()[current.id], place + 1, now);
      button.append(make('small', { textContent: duration(due - now) }));
      button.setAttribute('aria-keyshortcuts', place + 1);
      return button;
    }));
    current.back.focus();
  }
  function grade(rating) {
    seen.add(current.id);
    states()[current.id] = fsrs(states()[current.id], rating, Date.now());
    prune();
    practice.save();
    draw();
    focus();
  }
  function prune() {
    const kept = cards.filter(({ id }) => states()[id]).map(({ id }) => [id, states()[id]]);
    practice.record.recall = { of: cards.length, cards: Object.fromEntries(kept) };
  }
  stage.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isShown || !'1234'.includes(event.key)) return;
    event.preventDefault();
    grade(+event.key);
  });
  counts.setAttribute('role', 'status');
  stage.append(counts, card, act);
  deck.before(stage);
  document.addEventListener('glassbox:practice', draw);
  draw();
}
all('.deck').forEach(recall);
