// All else that the page does comes packed, below: it is unpacked when the view is drawn, and follows then; where that fails,
// every view is shown.
// Bytes came as text: two characters are 13 or 14 bits in base 94, one at the end is 6; Rendering/HTML/PageScript.swift
// wrote them.
const digit = code => code - 32 - (code > 60);
const decode = text => {
  const bytes = new Uint8Array(text.length);
  let at = 0;
  for (let i = 0, held = 0, bits = 0; i < text.length; i += 2) {
    const pair = digit(text.charCodeAt(i)) + (94 * digit(text.charCodeAt(i + 1)) | 0);
    held |= pair << bits;
    for (bits += i + 1 == text.length ? 6 : (pair & 8191) < 644 ? 14 : 13; bits > 7; bits -= 8, held >>= 8) bytes[at++] = held;
  }
  return bytes.subarray(0, at);
};
const unpacked = id => new Response(
  new Blob([decode(document.getElementById(id).textContent)]).stream().pipeThrough(new DecompressionStream('deflate')));
const drawn = new Promise(go =>
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(go))));
drawn.then(() => unpacked('behaviour').text()).then(textContent => {
  const house = { all, make, byId, send, hear, fragment, openView, copyFigures, goesElsewhere, decode, unpacked };
  document.body.append(make('script', { textContent, house }));
  drawAll();
}).catch(() => views.forEach(view => view.classList.add('open')));
