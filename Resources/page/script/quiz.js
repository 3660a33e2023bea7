// The quiz: answers are judged by what stands at the page's end.
function makeButton(textContent, onclick, className = '') {
  return make('button', { type: 'button', textContent, onclick, className });
}
const plain = text => text.trim().toLowerCase().replace(/\s+/g, ' ');
function number(text) {
  const cleaned = text.trim().replace(/\u2212/g, '-').replace(',', '.').replace(/\s/g, '');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?$/i.test(cleaned)) return NaN;
  return parseFloat(cleaned) / (cleaned.endsWith('%') ? 100 : 1);
}
const answerOf = question => byId(question.dataset.answer);
const copied = (part, selector) => [...part.querySelector(selector)?.cloneNode(true).childNodes || []];
const judges = {
  options(question, answer) {
    const options = all('.opt', question);
    const key = all('.options > li', answer);
    const chosen = options.filter(option => option.querySelector('input').checked);
    if (!chosen.length) return null;
    chosen.forEach(option => {
      const entry = key[options.indexOf(option)];
      const isRight = entry.classList.contains('right');
      option.classList.add(isRight ? 'right' : 'wrong');
      option.querySelector('.fb').append(make('b', { textContent: isRight ? 'Right. ' : 'Not so. ' }), ...copied(entry, '.feedback'));
    });
    return options.every((option, place) =>
      option.querySelector('input').checked === key[place].classList.contains('right'));
  },
  number(question) {
    const given = number(question.querySelector('.field input').value);
    const { value, tolerance } = question.dataset;
    return isNaN(given) ? null : Math.abs(given - value) <= +tolerance + 1e-9 * Math.abs(value);
  },
  text(question) {
    const given = plain(question.querySelector('.field input').value);
    return given ? question.dataset.accept.split('|').some(spelling => plain(spelling) === given) : null;
  },
  order(question) {
    return all('.order > li', question).map(item => item.dataset.place).join(' ') === question.dataset.order;
  },
};
judges.one = judges.many = judges.options;
const asks = {
  one: 'Choose an answer first.', many: 'Choose at least one answer first.', number: 'Enter a number first.',
  text: 'Enter an answer first.',
};

// A claim's mark would read as a verdict.
const unmark = question => all('.fb i[title], .result i[title]', question).forEach(mark => {
  const before = mark.previousSibling;
  if (before?.data) before.data = before.data.trimEnd();
  mark.remove();
});

function clear(question) {
  all('.opt', question).forEach(option => option.classList.remove('right', 'wrong'));
  all('.fb, .result', question).forEach(place => place.replaceChildren());
  question.querySelector('.again').hidden = true;
  delete question.dataset.outcome;
}
function score(quiz) {
  const questions = all('.question', quiz);
  const right = questions.filter(question => question.dataset.outcome === 'right').length;
  const open = questions.filter(question => !question.dataset.outcome).length;
  quiz.querySelector('.score').textContent = open === questions.length ? ''
    : `${right} of ${questions.length} right` + (open ? `, ${open} to go` : '.');
  document.dispatchEvent(new CustomEvent('glassbox:score'));
}
function check(question) {
  clear(question);
  const { kind } = question.dataset;
  const answer = answerOf(question);
  const verdict = judges[kind](question, answer);
  const result = question.querySelector('.result');
  if (verdict === null) {
    result.textContent = asks[kind];
    score(question.closest('.quiz'));
    return;
  }
  question.dataset.outcome = verdict ? 'right' : 'wrong';
  question.querySelector('.again').hidden = verdict;
  result.append(make('b', { className: question.dataset.outcome, textContent: verdict ? 'Right. ' : 'Not yet. ' }));
  const told = copied(answer, '.why');
  // Who may try again sees the answer only when asking for it.
  if (verdict || !told.length) result.append(...told);
  else {
    const show = makeButton('Show why', () => { show.replaceWith(...told); unmark(question); }, 'show');
    result.append(show);
  }
  unmark(question);
  score(question.closest('.quiz'));
}
function reset(question) {
  clear(question);
  all('input[type=radio], input[type=checkbox]', question).forEach(input => { input.checked = false; });
  all('.field input', question).forEach(input => { input.value = ''; });
  score(question.closest('.quiz'));
}
function arrange(question) {
  const list = question.querySelector('.order');
  all('li', list).forEach(item => ['up', 'down'].forEach(way => {
    const move = make('button', { type: 'button', textContent: way === 'up' ? '↑' : '↓' });
    move.setAttribute('aria-label', `Move ${item.firstElementChild.textContent} ${way}`);
    move.onclick = () => {
      clear(question);
      if (way === 'up') item.previousElementSibling?.before(item); else item.nextElementSibling?.after(item);
      move.focus();
      question.querySelector('.result').textContent =
        `Now ${[...list.children].indexOf(item) + 1} of ${list.children.length}.`;
    };
    item.append(move);
  }));
}
all('.question').forEach(question => {
  question.dataset.answer = question.id.replace('-question-', '-answer-');
  const button = makeButton('Check', () => check(question), 'check');
  const again = makeButton('Try again', () => {
    reset(question);
    (question.querySelector('input') || button).focus();
  }, 'again');
  again.hidden = true;
  question.querySelector('.act').prepend(button, again);
  const result = make('div', { className: 'result' });
  result.setAttribute('role', 'status');
  question.append(result);
  all('.opt', question).forEach(option => {
    const feedback = make('div', { className: 'fb' });
    feedback.setAttribute('role', 'status');
    option.append(feedback);
  });
  if (question.dataset.kind === 'order') arrange(question);
  question.addEventListener('input', () => { if (question.dataset.outcome) { clear(question); score(question.closest('.quiz')); } });
  question.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.localName === 'input') check(question);
  });
});
