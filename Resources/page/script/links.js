// A link within the page keeps what the reader chose.
addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented || goesElsewhere(event)) return;
  const query = fragment.read()[1].toString();
  if (!query || link.hash.includes('?')) return;
  event.preventDefault();
  location.hash = link.hash + '?' + query;
});
