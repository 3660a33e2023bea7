// The engine comes packed, and is unpacked when it is first asked for or what it serves is looked at.
//   engine.isAvailable, engine.reason: whether the page can run the lesson; if not, why, as a sentence.
//   engine.lesson(): the lesson's own trace, run once; the event glassbox:trace tells it to all.
//   engine.predictions(epoch, rows): validation rows followed with the weights after that epoch (0: as drawn).
//   engine.run(changes, { onEpoch, signal }): the trace with [offset, length, bytes] of the pipeline replaced.
const engine = (() => {
  const reason = JSON.parse(byId('engine-obstacle')?.textContent || 'null')
    || (byId('engine-script') && window.WebAssembly ? null : 'This browser cannot run the engine.');
  const start = program => {
    const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    return worker;
  };
  const unpackAside = (module, id, isText) => new Promise((resolve, reject) => {
    const worker = start(`onmessage = ({ data }) => postMessage((${unpack})(...data))`);
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.onerror = () => reject(new Error('the engine could not be unpacked'));
    worker.postMessage([module, decode(byId(id).textContent), isText]);
  });
  let loading;
  const load = () => loading ||= (async () => {
    const module = await WebAssembly.compile(await unpacked('engine-unpacker').arrayBuffer());
    const pieces = unpackAside(module, 'engine-module', false);
    pieces.catch(() => {});
    const [text, lesson] = await Promise.all([unpackAside(module, 'engine-script', true), unpacked('engine-lesson').json()]);
    const house = { all, make, byId, fragment, hear, decode, unpacked, start, cursor, samples, scrolls, lesson, pieces };
    const script = make('script', { textContent: new TextDecoder().decode(text), house });
    document.body.append(script);
    return script.engine;
  })();
  const ask = name => async (...given) => (await load())[name](...given);
  const controls = byId('try-controls');
  const tell = why => controls?.before(make('p', { id: 'try-check', className: 'st', textContent: why + ' The command below runs it in a terminal.' }));
  if (reason) tell(reason);
  const ready = () => load().catch(() => tell('This browser cannot run the engine.'));
  const watched = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watched.disconnect();
    ready();
  });
  if (!reason) [controls, ...all('#visual > :is(.chart, .layers)')].forEach(part => { if (part) watched.observe(part); });
  // A link to a step opens it at once.
  const follow = () => { if (!reason && fragment.get('step')) ready(); };
  addEventListener('hashchange', follow);
  follow();
  return { isAvailable: !reason, reason, lesson: ask('lesson'), predictions: ask('predictions'), run: ask('run') };
})();
