// Two values in as many digits as tell them apart.
const apart = (a, b) => number(a) === number(b) ? between(a, b) : [a, b].map(number);
// What the two runs have to say to one another.
function parting({ steps: a, epochs }, { steps: b, epochs: others }) {
  const length = Math.min(a.loss.length, b.loss.length);
  const series = [['learning rate', 'lr'], ['momentum', 'momentum'], ['loss', 'loss'], ['accuracy', 'accuracy'], ['gradient’s norm', 'gradNorm']];
  for (let step = 0; step < length; step++) {
    // Not every optimizer has a momentum, nor every lesson an accuracy.
    const found = series.find(([, key]) => step < Math.min(a[key].length, b[key].length) && a[key][step] !== b[key][step]);
    if (!found) continue;
    const [name, key] = found, [ours, theirs] = apart(a[key][step], b[key][step]);
    return `${step ? `The runs are the same, bit for bit, for ${count(step, 'step')}. They part` : 'The runs part'} at step ${step + 1}, in epoch ${1 + Math.floor(step / a.perEpoch)}: the ${name} is ${ours} in the lesson, ${theirs} here.`;
  }
  // A setting such as the momentum of a batch norm's statistics shows in validation alone.
  const place = epochs.findIndex(({ valLoss }, place) => place < others.length && !Object.is(valLoss, others[place].valLoss));
  if (place >= 0) {
    const [ours, theirs] = apart(epochs[place].valLoss, others[place].valLoss);
    return `The steps that both runs take are the same, bit for bit, but after epoch ${place + 1} the validation loss is ${ours} in the lesson, ${theirs} here.`;
  }
  return others.length === epochs.length ? 'The runs are the same, bit for bit, at every step.'
    : `The runs are the same, bit for bit, for ${count(length, 'step')}; the lesson trains ${count(epochs.length, 'epoch')}, this run ${others.length}.`;
}
// What the two runs end with, side by side; `names` are the lesson's metrics, each with its place.
function metrics(own, trace, names) {
  const [a, b] = [own.epochs.at(-1), trace.epochs.at(-1)];
  const rows = [['Training loss\xa0↓', 'loss'], ['Validation loss\xa0↓', 'valLoss'], ['Training accuracy\xa0↑', 'accuracy', true],
    ['Validation accuracy\xa0↑', 'valAccuracy', true]].filter(([, key]) => a[key] !== null)
    .map(([name, key, isShare]) => [name, ...between(a[key], b[key], isShare)]);
  names.forEach(([name, place]) => rows.push([name, ...between(own.evaluation[place].values[0], trace.evaluation[place].values[0])]));
  return table(['At the end', 'The lesson', 'This run', 'Change'], rows);
}
