// The page's behaviour comes packed, and is unpacked at once; where that fails, every view is shown.
new Response(new Blob([
  Uint8Array.from(atob(document.getElementById('behaviour').textContent), letter => letter.charCodeAt(0)),
]).stream().pipeThrough(new DecompressionStream('deflate'))).text().then(textContent => {
  document.body.append(Object.assign(document.createElement('script'), { textContent }));
}).catch(() => document.querySelectorAll('.view').forEach(view => view.classList.add('open')));
