// What was chosen in Try, as text: the lesson's stages with it, and the command that runs them in a terminal.
// `data` is the page's list of settings, `chosen` by the path what differs, `replaced` tells what stands in for a component,
// `isOther` whether a setting belongs to one that is replaced.
function wording(data, chosen, replaced, isOther) {
  const written = ({ now, values }) => {
    const given = now[3].map(p => `${p.path}: ${show(values.get(p.path))}`).join(', ');
    return now[0] + (given && `: { ${given} }`);
  };
  const quote = text => /^[\w./=,+-]+$/.test(text) ? text : `'${text}'`;
  const command = () => ['glassbox show', quote(data.file), '--view try', ...[
    ...replaced().map(choice => `${choice.key}=${written(choice)}`),
    ...data.settings.filter(setting => chosen.has(setting.path) && !isOther(setting))
      .map(setting => `${setting.path}=${show(chosen.get(setting.path))}`),
  ].map(text => '--set ' + quote(text))].join(' ');

  // The stages that change, one by one.
  function lesson() {
    const parts = data.stages.map(([name, text], stage) => {
      const other = replaced().find(({ key }) => key === name);
      if (other) return [name, written(other) + '\n' + (other.now[0] === 'none' ? '' : other.beside)];
      const edits = new Map();
      data.settings.forEach(({ path, edit }) => {
        if (edit?.[0] !== stage || !chosen.has(path)) return;
        const [, from, to, before, after] = edit;
        const value = show(chosen.get(path)), earlier = edits.get(from);
        // Several that were not there: the second stands behind the first, within its braces.
        edits.set(from, earlier ? [from, to, earlier[2] + before.replace(/^.*\{/, ',') + value, after] : [from, to, before + value, after]);
      });
      const sorted = [...edits.values()].sort((a, b) => b[0] - a[0]);
      let changed = sorted.reduce((text, [from, to, middle, after]) => text.slice(0, from) + middle + after + text.slice(to), text);
      // The line of the key, and what is indented below it.
      if (name === 'train') replaced().forEach(choice => {
        changed = changed.replace(new RegExp(`^${choice.key}:.*\n?([ \t].*\n?)*`, 'm'), () => `${choice.key}: { ${written(choice)} }\n`);
      });
      return [name, changed, text];
    }).filter(([, text, old]) => text !== old);
    const blocks = parts.map(([name, text]) => `\`\`\`yaml ${name}\n${text.replace(/\n*$/, '\n')}\`\`\`\n`);
    const take = chosen.has('load.take') ? `take: ${show(chosen.get('load.take'))}\n` : '';
    if (take) {
      const text = data.stages.find(([name]) => name === 'load')[1];
      blocks.unshift(`\`\`\`yaml load\n${/^take:.*$/m.test(text) ? text.replace(/^take:.*\n?/m, take) : text.replace(/\n*$/, '\n') + take}\`\`\`\n`);
    }
    if (chosen.has('seed')) blocks.unshift(`---\nseed: ${chosen.get('seed')}\n---\n`);
    return blocks.join('\n');
  }
  return { command, lesson };
}
