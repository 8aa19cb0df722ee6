// The real programs as a test sees them: started, spoken to, killed. Nothing here but node's own modules.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, appendFileSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export function fail(why) {
  throw new Error(why);
}
export function check(claim, why) {
  if (!claim) fail(why);
}

// A promise that others settle, with a bound on how long anyone waits for it.
export function within(seconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing came in ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const alive = new Set();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
function start(program, words, log) {
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] });
  alive.add(child);
  child.gone = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
  child.gone.then(() => alive.delete(child));
  child.stdin.on('error', () => {}); // it was killed while it was spoken to
  child.stderr.on('data', (chunk) => appendFileSync(log, chunk));
  return child;
}

export class Gateway {
  constructor(bin, folder) {
    this.program = join(bin, 'countersign-gateway');
    this.data = join(folder, 'gateway');
    this.log = join(folder, 'gateway.log');
    this.port = 0;
    this.restarts = 0;
    mkdirSync(folder, { recursive: true });
    appendFileSync(this.log, '');
  }

  command(words, input = '') {
    return execFileSync(this.program, words, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  }
  init() {
    this.command(['init', '--data', this.data, '--organisation', 'Test clinic']);
  }
  addAgent(id, workflows) {
    return this.command(['agent', 'add', id, '--data', this.data, '--workflow', workflows.join(',')]).trim();
  }
  addUser(id, role, password) {
    const words = ['user', 'add', id, '--data', this.data, '--name', `Dr ${id}`, '--role', role, '--credentials', 'MD'];
    this.command([...words, '--password-stdin'], `${password}\n`);
  }
  get caFile() {
    return join(this.data, 'ca.pem');
  }

  async serve() {
    this.child = start(this.program, ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`], this.log);
    const lines = createInterface({ input: this.child.stdout });
    const address = new Promise((resolve) => {
      lines.on('line', (line) => {
        appendFileSync(this.log, line + '\n');
        const match = /^listening on (https:\/\/127\.0\.0\.1:(\d+))$/.exec(line);
        if (match) resolve(match);
      });
    });
    const gone = this.child.gone.then(({ code }) => fail(`the gateway ended with ${code} before it listened`));
    const [, url, port] = await within(60, 'serve', Promise.race([address, gone]));
    this.url = url;
    this.port = Number(port);
    this.agent ??= new Agent({ ca: readFileSync(this.caFile), keepAlive: true, maxSockets: 64 });
  }
  async kill() {
    this.child.kill('SIGKILL');
    await this.child.gone;
    ++this.restarts;
  }
  async stop() {
    this.child.kill('SIGTERM');
    const { code } = await within(30, 'SIGTERM', this.child.gone);
    check(code === 0, `SIGTERM ended the gateway with ${code}`);
  }

  // {status, body}; rejects where there is no connection.
  call(method, path, token, body) {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      if (body !== undefined) headers['content-type'] = 'application/json';
      const asked = request(this.url + path, { method, headers, agent: this.agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode, body: Buffer.concat(parts).toString('utf8') }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
  // The same, again and again until it is answered: for calls that may meet a gateway that has just died.
  async insist(method, path, token, body) {
    for (let i = 0; i < 200; ++i) {
      try {
        return await this.call(method, path, token, body);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    return fail(`${method} ${path}: no answer`);
  }
}

// countersign-desk: commands in, events out. Every event is kept; `next` waits for the first that fits, from where the
// last one was found.
export class Desk {
  constructor(bin, gateway, folder, user, password) {
    Object.assign(this, { gateway, user, password, folder, program: join(bin, 'countersign-desk') });
    this.profile = join(folder, `desk-${user}`);
    this.log = join(folder, `desk-${user}.log`);
    this.starts = 0;
    this.extra = []; // more words
    appendFileSync(this.log, '');
  }

  launch() {
    const words = ['--gateway', this.gateway.url, '--ca', this.gateway.caFile, '--profile', this.profile];
    this.child = start(this.program, [...words, '--user', this.user, '--password-stdin', ...this.extra], this.log);
    ++this.starts;
    this.events = [];
    this.isOnline = false;
    this.waiting = new Set();
    createInterface({ input: this.child.stdout }).on('line', (line) => this.heard(line));
    this.child.gone.then((how) => {
      for (const one of this.waiting) one.reject(new Error(`the desk ended (${how.code ?? how.signal})`));
    });
    this.child.stdin.write(`${this.password}\n`);
  }
  heard(line) {
    let event;
    try {
      event = JSON.parse(line);
    } catch {
      return; // the half line of a killed process
    }
    this.onEvent?.(event);
    if (event.event === 'link') this.isOnline = event.state === 'online';
    this.events.push(event);
    for (const one of [...this.waiting]) one.look();
  }
  // The next event that fits, among those that came after `from`.
  next(fits, what, seconds = 120, from = this.events.length) {
    const found = new Promise((resolve, reject) => {
      let at = from;
      const one = {
        reject,
        look: () => {
          for (; at < this.events.length; ++at)
            if (fits(this.events[at])) {
              this.waiting.delete(one);
              resolve(this.events[at]);
              return;
            }
        },
      };
      this.waiting.add(one);
      one.look();
    });
    return within(seconds, `${this.user}'s desk, ${what}`, found);
  }
  say(command) {
    this.child.stdin.write(JSON.stringify(command) + '\n');
  }
  async ask(command, fits, what, seconds) {
    const answer = this.next(fits, what, seconds);
    this.say(command);
    return answer;
  }

  async signIn() {
    this.launch();
    const first = await this.next((e) => e.event === 'ready' || e.event === 'refusal', 'ready', 120, 0);
    check(first.event === 'ready', `sign-in was refused: ${first.code}`);
    return first;
  }
  async queue(atLeast) {
    for (let i = 0; i < 600; ++i) {
      const list = await this.ask({ do: 'list' }, (e) => e.event === 'items', 'items');
      if (list.complete && list.items.length >= atLeast) return list.items;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return fail(`the queue never held ${atLeast} items`);
  }
  // An item that is not here and cannot be fetched now is asked for again when there is a link.
  async open(item) {
    const fits = (e) => (e.event === 'item' && e.itemId === item) || (e.event === 'refusal' && e.item === item);
    for (;;) {
      const from = this.events.length;
      const answer = await this.ask({ do: 'open', item }, fits, 'item');
      if (answer.code !== 'Offline') return answer;
      if (!this.isOnline) await this.next((e) => e.event === 'link' && e.state === 'online', 'a link', 120, from);
    }
  }
  decide(item, decision) {
    const fits = (e) => ['stored', 'refusal', 'error'].includes(e.event) && e.item === item;
    return this.ask({ do: 'decide', item, ...decision }, fits, 'stored');
  }
  async kill() {
    this.child.kill('SIGKILL');
    await this.child.gone;
  }
  async quit() {
    this.say({ do: 'quit' });
    const { code } = await within(30, 'quit', this.child.gone);
    check(code === 0, `quit ended the desk with ${code}`);
  }
}
