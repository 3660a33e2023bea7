// The prediction trace shows one sample at a time; without this script, and in print, all stand below one another.
// samples.chosen is its place, from 0; the event glassbox:sample tells a change.
const samples = (() => {
const lists = all('#visual > .layers');
let chosen = 0;
if (lists.length < 2) return { lists, chosen };
const inputs = [];
const field = make('fieldset', { className: 'samples', id: 'samples' });
field.append(make('legend', { textContent: 'Sample' }), ...lists.map((list, place) => {
  const label = make('label');
  const title = list.previousElementSibling.textContent.replace(/^Validation r/, 'R').replace(', the', ': the');
  inputs.push(make('input', { type: 'radio', name: 'sample', id: `sample-${place + 1}`, onchange: () => choose(place, true) }));
  label.append(inputs[place], title);
  return label;
}));
lists[0].previousElementSibling.before(field);
function choose(place, isKept) {
  chosen = place;
  inputs[place].checked = true;
  lists.forEach((list, other) => [list, list.previousElementSibling].forEach(part => part.classList.toggle('away', other !== place)));
  if (isKept) fragment.set('sample', place + 1);
  send('sample', { sample: place });
}
function follow() {
  const [place, choices] = fragment.read();
  const target = place && byId(place);
  const linked = target ? lists.findIndex(list => list.previousElementSibling === target || list.contains(target)) : -1;
  choose(linked < 0 ? (inputs[choices.get('sample') - 1] ? choices.get('sample') - 1 : 0) : linked);
  if (linked >= 0) target.scrollIntoView();
}
addEventListener('hashchange', follow);
follow();
return { lists, get chosen() { return chosen; } };
})();
