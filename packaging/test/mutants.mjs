// Plants each mistake of tests/mutants/mutants.txt in a copy of the sources, builds the tests that must notice it, and runs
// them. Run by ./dev mutants: mutants.mjs COPY BUILD JOBS [NAME…]. What was run is added to build/mutants.txt by ./dev.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [copy, build, jobs, ...wanted] = process.argv.slice(2);

function readMutants(text) {
    const mutants = [];
    for (const line of text.split('\n')) {
        const mutant = mutants.at(-1);
        if (line.startsWith('# '))
            mutants.push({ name: line.slice(2), file: '', from: [], to: [], by: [] });
        else if (line.startsWith('file '))
            mutant.file = line.slice(5);
        else if (line.startsWith('-'))
            mutant.from.push(line.slice(1));
        else if (line.startsWith('+'))
            mutant.to.push(line.slice(1));
        else if (line.startsWith('by '))
            mutant.by.push(line.slice(3).split(' '));
    }
    return mutants;
}

const run = (program, words, timeout = 900_000) =>
    spawnSync(program, words, { encoding: 'utf8', env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' }, timeout });
const make = (targets, timeout) => run('ninja', ['-C', build, '-j', jobs, ...targets], timeout);

// "" when a test noticed it.
function plant(mutant) {
    const file = join(copy, mutant.file);
    const sound = readFileSync(file, 'utf8');
    const from = mutant.from.join('\n');
    if (sound.split(from).length !== 2)
        return 'its text does not stand in the file once';
    writeFileSync(file, sound.replace(from, () => mutant.to.join('\n')));
    try {
        for (const [name, ...words] of mutant.by) {
            const made = make([name]);
            if (made.status !== 0)
                return 'it does not build: ' + made.stdout.split('\n').find((line) => /error/.test(line));
            if (run(join(build, 'tests', name), words).status !== 0) {
                mutant.noticed = [name, ...words].join(' ');
                return '';
            }
        }
        return 'no test noticed it';
    } finally {
        writeFileSync(file, sound);
    }
}

const mutants = readMutants(readFileSync(join(copy, 'tests/mutants/mutants.txt'), 'utf8')).filter(
    (mutant) => wanted.length === 0 || wanted.some((word) => mutant.name.includes(word)),
);
const programs = [...new Set(mutants.flatMap((mutant) => mutant.by.map(([name]) => name)))];
const first = make(programs, 0); // from nothing, however long that takes
if (first.status !== 0) {
    console.error(first.stdout.split('\n').slice(-20).join('\n'));
    process.exit(1);
}
let alive = 0;
for (const mutant of mutants) {
    const why = plant(mutant);
    alive += why === '' ? 0 : 1;
    console.log(why === '' ? `caught  ${mutant.name} (${mutant.noticed})` : `ALIVE   ${mutant.name}: ${why}`);
}
console.log(`${mutants.length - alive} passed, ${alive} failed`);
process.exit(alive === 0 && mutants.length > 0 ? 0 : 1);
