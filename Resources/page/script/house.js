'use strict';

// What the page has from its first script, and what stands where it can now be found.
const { all, make, byId, send, hear, fragment, openView, copyFigures, goesElsewhere, decode, unpacked } = document.currentScript.house;
copyFigures();
// A square is made hollow by a smaller one of the ground on it.
all('.square').forEach(square => {
  const hole = square.cloneNode();
  hole.setAttribute('class', 'hole');
  square.after(hole);
});
// On a narrow screen a row of the log stands below the row before, where each cell names its column; the last is prose.
all('.log').forEach(({ tHead, tBodies }) => [...tBodies[0].rows].forEach(({ cells }) =>
  [...cells].slice(1, -1).forEach((cell, place) => { cell.dataset.title = tHead.rows[0].cells[place + 1].textContent; })));
