// FSRS-6, which says when a card should be seen again: Ye, Su and Cao, A stochastic shortest path algorithm for
// optimizing spaced repetition scheduling, KDD 2022. Parameters, steps and arithmetic are those of py-fsrs 6.3.2
// without its fuzz. A card is {phase, step, stability, difficulty, last, due}, undefined before its first review; a
// rating is 1 again, 2 hard, 3 good, 4 easy; times are in milliseconds. Answers with the card after the review.
function fsrs(card, rating, now) {
  const w = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ];
  const [minute, day, retention, longest] = [6e4, 864e5, 0.9, 36500];
  const { exp, floor, max, min, round } = Math;
  const factor = 0.9 ** (-1 / w[20]) - 1;
  const { phase, step, stability: s, difficulty: d } = card || { phase: 'learning', step: 0 };
  const days = card ? max(floor((now - card.last) / day), 0) : 0;
  const startDifficulty = grade => w[4] - exp(w[5] * (grade - 1)) + 1;
  const recalled = (1 + factor * days / s) ** -w[20];
  const soon = exp(w[17] * (rating - 3 + w[18])) * s ** -w[19];
  const stability = max(0.001,
    !card ? w[rating - 1]
    : days < 1 ? s * (rating > 1 ? max(soon, 1) : soon)
    : rating === 1 ? min(
      w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * exp((1 - recalled) * w[14]), s / exp(w[17] * w[18]))
    : s * (1 + exp(w[8]) * (11 - d) * s ** -w[9] * (exp((1 - recalled) * w[10]) - 1)
      * (rating === 2 ? w[15] : 1) * (rating === 4 ? w[16] : 1)));
  const moved = card ? w[7] * startDifficulty(4) + (1 - w[7]) * (d - (10 - d) * w[6] * (rating - 3) / 9) : 0;
  const difficulty = min(max(card ? moved : startDifficulty(rating), 1), 10);
  const after = (phase, step, delay) => ({ phase, step, stability, difficulty, last: now, due: now + delay });
  const interval = round(stability / factor * (retention ** (-1 / w[20]) - 1));
  const review = after('review', 0, min(max(interval, 1), longest) * day);
  if (phase === 'review') return rating === 1 ? after('relearning', 0, 10 * minute) : review;
  const steps = phase === 'learning' ? [1, 10] : [10];
  if (rating === 1) return after(phase, 0, steps[0] * minute);
  if (rating === 2) {
    const wait = step ? steps[step] : steps.length > 1 ? (steps[0] + steps[1]) / 2 : steps[0] * 1.5;
    return after(phase, step, wait * minute);
  }
  return rating === 3 && step + 1 < steps.length ? after(phase, step + 1, steps[step + 1] * minute) : review;
}
