// Judges outputs by the functions of project.js (the first argument) and makes a notebook; prints what they say.
import { readFileSync } from 'node:fs';

const page = { all: () => [] };
const script = readFileSync(process.argv[2], 'utf8');
const { readOutput, judge, notebook } = new Function('all', script + '\nreturn { readOutput, judge, notebook };')(page.all);
const { output, conditions, program } = JSON.parse(readFileSync(0, 'utf8'));
const read = readOutput(output);
for (const condition of conditions) console.log(judge(condition, read).text);
for (const { cell_type, source } of program ? JSON.parse(notebook(program)).cells : []) console.log(cell_type, JSON.stringify(source.join('')));
