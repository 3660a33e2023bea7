// Holds fsrs.js (the first argument) to the reviews on standard input; prints what differs.
import { readFileSync } from 'node:fs';

const fsrs = new Function(readFileSync(process.argv[2], 'utf8') + '\nreturn fsrs;')();
const cards = JSON.parse(readFileSync(0, 'utf8'));
let count = 0;
for (const [place, reviews] of cards.entries()) {
  let card;
  for (const expected of reviews) {
    card = fsrs(card, expected.rating, expected.now);
    count += 1;
    const isNear = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    if (card.phase !== expected.phase || card.step !== expected.step || card.due !== expected.due
      || !isNear(card.stability, expected.stability) || !isNear(card.difficulty, expected.difficulty)) {
      console.log(`card ${place}: ${JSON.stringify(card)} instead of ${JSON.stringify(expected)}`);
      break;
    }
  }
}
console.log(`${count} reviews`);
