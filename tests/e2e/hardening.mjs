// T-HARD1: what another program of the same person, or the environment that the console is started in, can do to it. The
// real console, without a gateway, on Qt's offscreen platform; as nobody where the test runs as root, because root may
// read everything. Each probe is tried on a plain process first: a probe that finds nothing there proves nothing.
//
//   node hardening.mjs --bin FOLDER --planted LIBRARY
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync, chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, within } from './lib/programs.mjs';

const word = (name) => process.argv[process.argv.indexOf(name) + 1];
const isRoot = process.getuid() === 0;
const who = isRoot ? { uid: 65534, gid: 65534 } : {};
const folder = mkdtempSync(join(tmpdir(), 'countersign-hard-'));
let passed = 0;
const ok = (what) => {
  ++passed;
  console.log(`ok ${what}`);
};

// Everything in a place where that person may go.
const place = (name) => {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true, mode: 0o777 });
  chmodSync(made, 0o777);
  return made;
};
chmodSync(folder, 0o755);
const bin = place('bin');
for (const program of ['countersign', 'countersign-render']) copyFileSync(join(word('--bin'), program), join(bin, program));
const library = join(place('library'), 'libplanted.so');
copyFileSync(word('--planted'), library);

const children = [];
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));
async function until(what, isSo) {
  const started = Date.now();
  while (!isSo()) {
    check(Date.now() - started < 60_000, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// The console, once it has its profile; by then every plug-in that it starts with is loaded.
let count = 0;
async function launch(more = {}, options = {}) {
  const profile = join(place(`profiles`), `p${++count}`);
  const mark = join(place('marks'), `m${count}`);
  const env = { PATH: '/usr/bin:/bin', HOME: place('home'), LANG: 'C.UTF-8', QT_QPA_PLATFORM: 'offscreen', PLANTED_MARK: mark, ...more };
  const child = spawn(options.program ?? join(bin, 'countersign'),
    options.words ?? ['--gateway', 'http://127.0.0.1:9', '--profile', profile], { env, cwd: options.cwd ?? folder, ...who });
  children.push(child);
  child.gone = new Promise((resolve) => child.on('exit', resolve));
  if (!options.program) await until('the profile', () => existsSync(join(profile, 'device')) || child.exitCode !== null);
  check(child.exitCode === null, `the console ended with ${child.exitCode}`);
  return { child, profile, marks: () => (existsSync(mark) ? readFileSync(mark, 'utf8') : '') };
}
async function end({ child }) {
  child.kill('SIGKILL');
  await within(20, 'the end', child.gone);
}
const as = (program, words) => spawnSync(program, words, { ...who, encoding: 'utf8', timeout: 60_000 });
const canRead = (file) => as('head', ['-c', '1', file]).status === 0;
const limitOf = (pid) => /Max core file size\s+(\S+)\s+(\S+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8')).slice(1).join(' ');

async function memory() {
  const plain = await launch({}, { program: '/bin/sleep', words: ['600'] });
  const console_ = await launch();
  const pid = console_.child.pid;
  check(canRead(`/proc/${plain.child.pid}/environ`), 'the probe of the environment finds nothing at all');
  check(!canRead(`/proc/${pid}/environ`) && !canRead(`/proc/${pid}/maps`), 'another program reads what the console is');
  ok('1 not dumpable: its environment and its map are not for others');
  check(limitOf(pid) === '0 0', `core files may be ${limitOf(pid)}`);
  ok('2 no core file, and the limit cannot be raised again');
  const read = (of) => as('dd', [`if=/proc/${of}/mem`, 'of=/dev/null', 'bs=1', 'count=0']).status === 0;
  check(read(plain.child.pid), 'the probe of the memory finds nothing at all');
  check(!read(pid), 'another program opens its memory');
  ok('3 its memory cannot be opened');
  const attach = (of) => as('gdb', ['-batch', '-nx', '-p', String(of)]);
  if (existsSync('/usr/bin/gdb')) {
    const onPlain = attach(plain.child.pid);
    const isTracingAllowed = !/Operation not permitted|ptrace/.test(onPlain.stderr);
    const onConsole = attach(pid);
    check(/Operation not permitted|Permission denied|ptrace/i.test(onConsole.stderr), `a debugger came in: ${onConsole.stderr}`);
    ok(`4 a debugger cannot attach${isTracingAllowed ? '' : ' (nor to anything here)'}`);
  } else {
    ok('4 a debugger cannot attach (none is here: the kernel refuses by 1)');
  }
  process.kill(pid, 'SIGABRT');
  await within(20, 'the end', console_.child.gone);
  check(!readdirSync(folder).some((name) => name.startsWith('core')), 'a core file was left');
  ok('5 nothing is left of its memory when it dies');
  await end(plain);
}

async function loading() {
  const preloaded = await launch({ LD_PRELOAD: library });
  const maps = isRoot ? readFileSync(`/proc/${preloaded.child.pid}/maps`, 'utf8') : '';
  check(preloaded.marks().includes('preloaded'), 'the planted library was never loaded: the probe proves nothing');
  check(!maps.includes('libplanted'), 'a preloaded library lives in the console');
  ok('6 LD_PRELOAD: the console starts itself anew without it');
  await end(preloaded);

  const platforms = place('plugins/platforms');
  for (const name of ['libqoffscreen.so', 'libqxcb.so']) copyFileSync(library, join(platforms, name));
  const plugged = await launch({ QT_PLUGIN_PATH: join(folder, 'plugins'), QT_QPA_PLATFORM_PLUGIN_PATH: platforms });
  check(plugged.marks() === '', `a plug-in of the environment was loaded: ${plugged.marks()}`);
  ok('7 QT_PLUGIN_PATH names nothing');
  await end(plugged);

  const here = await launch({}, { cwd: join(folder, 'plugins') });
  check(here.marks() === '', `a plug-in of the current folder was loaded: ${here.marks()}`);
  ok('8 no plug-in comes from the current folder');
  await end(here);

  const fake = place('path');
  for (const name of ['countersign-render', 'xdg-open', 'dbus-launch']) {
    writeFileSync(join(fake, name), `#!/bin/sh\necho ${name} >>"$PLANTED_MARK"\n`);
    chmodSync(join(fake, name), 0o755);
  }
  const led = await launch({ PATH: `${fake}:/usr/bin:/bin` });
  check(!led.marks().includes('countersign-render'), `a program of the PATH ran: ${led.marks()}`);
  ok('9 PATH: its own programs are found beside it alone');
  await end(led);
}

async function files() {
  const home = place('other-home/.config');
  writeFileSync(join(home, 'QtProject.conf'), `[Qt]\nPluginPath=${join(folder, 'plugins')}\n`);
  writeFileSync(join(home, 'kdeglobals'), '[KDE]\nwidgetStyle=planted\n');
  const swapped = await launch({ HOME: join(folder, 'other-home'), XDG_CONFIG_HOME: home });
  check(swapped.marks() === '', `another home loaded ${swapped.marks()}`);
  ok('10 another HOME loads nothing');
  await end(swapped);

  const target = place('loot');
  symlinkSync(target, join(folder, 'tmp-link'));
  const runtime = place('runtime'); // as the system gives it: the person's own
  if (isRoot) chownSync(runtime, who.uid, who.gid);
  chmodSync(runtime, 0o700);
  const before = process.umask(0);
  const linked = await launch({ TMPDIR: join(folder, 'tmp-link'), XDG_RUNTIME_DIR: runtime });
  process.umask(before);
  check(readdirSync(target).length === 0, `a file was left in a temporary folder: ${readdirSync(target)}`);
  ok('11 TMPDIR: nothing is written there, through a link or not');
  const modes = [linked.profile, join(linked.profile, 'device')].map((file) => statSync(file).mode & 0o077);
  check(modes.every((mode) => mode === 0), `others may read the profile: ${modes}`);
  ok('12 umask 0: the profile is for its owner alone');
  await end(linked);
}

try {
  await memory();
  await loading();
  await files();
  console.log(`${passed} passed, 0 failed`);
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
