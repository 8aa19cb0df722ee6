// A second verifier of audit packages, which shares no line with the product: npm jose for signatures, node:crypto for
// digests, the contract for everything else.
//
//   node verify.mjs PACKAGE_DIR [--root JWK-FILE]      prints VALID (exit 0), or each fault (exit 1)
import { createHash, createPublicKey, verify as verifyBytes } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { canonical, readCanonical } from './canonical.mjs';
import { Peaks, leafHash, rootFromProof } from './merkle.mjs';

const faults = [];
const fault = (file, line, text) => faults.push(line ? `${file}:${line}: ${text}` : `${file}: ${text}`);
const digestOf = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const bytesOf = (digest) => Buffer.from(/^sha256:([0-9a-f]{64})$/.exec(digest)[1], 'hex');

// --- signatures -----------------------------------------------------------------------------------------------------

const headerMembers = ['alg', 'kid', 'typ'].join();

async function readJws(compact, kind, keyFor) {
  if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/.test(compact)) throw new Error('not a compact JWS');
  for (const part of compact.split('.'))
    if (Buffer.from(part, 'base64url').toString('base64url') !== part) throw new Error('a part has two spellings');
  const header = decodeProtectedHeader(compact);
  if (Object.keys(header).sort().join() !== headerMembers) throw new Error('other header members');
  if (header.typ !== `countersign-${kind}+jws`) throw new Error('another type');
  const key = keyFor(header.kid);
  if (!key) throw new Error('no such key');
  const { payload } = await compactVerify(compact, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] });
  return { kid: header.kid, key, payload: readCanonical(Buffer.from(payload).toString('utf8')) };
}

async function readKeys(text) {
  const keys = new Map();
  for (const key of JSON.parse(text).keys) {
    if (key.kty !== 'OKP' || key.crv !== 'Ed25519' || key.d) throw new Error('another kind of key');
    if ((await calculateJwkThumbprint(key)) !== key.kid || keys.has(key.kid)) throw new Error('a kid that is not its key');
    if (!['reviewer', 'gateway'].includes(key.role) || !key.owner) throw new Error('a key without a role or owner');
    keys.set(key.kid, key);
  }
  return keys;
}

const isValidAt = (key, at) =>
  Date.parse(key.validFrom) <= Date.parse(at) && (!key.revokedAt || Date.parse(at) < Date.parse(key.revokedAt));

// --- files ----------------------------------------------------------------------------------------------------------

function listFiles(folder, prefix = '') {
  return readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = prefix ? `${prefix}/${name}` : name;
    return statSync(join(folder, path)).isDirectory() ? listFiles(folder, path) : [path];
  });
}

function checkFiles(folder, manifest) {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of listFiles(folder)) {
    if (path === 'manifest.json' || path === 'manifest.jws') continue;
    const file = listed.get(path);
    const bytes = readFileSync(join(folder, path));
    if (!file) fault(path, 0, 'is not named by the manifest');
    else if (file.bytes !== bytes.length || file.digest !== digestOf(bytes)) fault(path, 0, 'was changed');
    const named = /^(items|rendered)\/([0-9a-f]{64})\.json$/.exec(path);
    if (named && digestOf(bytes) !== `sha256:${named[2]}`) fault(path, 0, 'is not what its name says');
    listed.delete(path);
  }
  for (const path of listed.keys()) fault(path, 0, 'is missing');
}

// Calls `each` with every line; what it throws is a fault of that line.
async function forLines(folder, file, each) {
  const text = readFileSync(join(folder, file), 'utf8');
  if (text !== '' && !text.endsWith('\n')) fault(file, 0, 'does not end with a line feed');
  const lines = text.split('\n').slice(0, -1);
  for (const [at, line] of lines.entries()) {
    try {
      await each(readCanonical(line), at + 1, line);
    } catch (error) {
      fault(file, at + 1, error.message);
    }
  }
  return lines;
}

// --- the log of records, checkpoints, audit trails -------------------------------------------------------------------

const commitmentOf = (salt, record) =>
  digestOf(Buffer.concat([Buffer.from(salt, 'base64url'), Buffer.from(record, 'utf8')]));

function replayRecord(record, index, context) {
  const { trust } = context;
  if (record.kind === 'log-begun') {
    demand(index === 0, 'a log begins once');
    trust.firstDecision = record.decisionsSize;
  } else if (record.kind === 'key-enrolled') {
    const jwk = JSON.parse(record.jwk);
    const key = [...context.keys.values()].find((known) => known.x === jwk.x);
    demand(key && (key.role === 'gateway') === record.gateway && key.owner === record.owner, 'a key that is not listed so');
    demand((key.device ?? '') === (record.device ?? '') && key.validFrom === record.validFrom, 'a key that is not listed so');
    demand(!trust.keys.has(key.kid), 'a key twice');
    trust.keys.set(key.kid, { enrolledAt: index });
  } else if (record.kind === 'key-revoked') {
    demand(trust.keys.has(record.kid) && context.keys.get(record.kid)?.revokedAt, 'a revocation that is not listed');
    trust.keys.get(record.kid).revokedAt = index;
  } else if (record.kind === 'cover-given') {
    demand(!trust.covers.has(record.number), 'a cover twice');
    trust.covers.set(record.number, { ...record, givenAt: index });
  } else if (record.kind === 'cover-ended') {
    demand(trust.covers.has(record.number) && trust.covers.get(record.number).endedAt === undefined, 'no cover to end');
    trust.covers.get(record.number).endedAt = index;
  } else if (record.kind === 'events-taken') {
    const claims = trust.claimedTrails.get(record.trail) ?? new Map();
    trust.claimedTrails.set(record.trail, claims.set(record.nextSeq, record.head));
  } else if (record.kind === 'decision-erased') {
    trust.tombstones.set(record.decision, record);
  }
}

// What keys.json, the decisions and the trails are held against; nothing where the gateway kept no such log.
async function readTrust(context) {
  const { manifest, folder } = context;
  const isListed = (path) => manifest.files.some((file) => file.path === path);
  if (!['records.ndjson', 'checkpoints.ndjson', 'events.ndjson'].some(isListed)) return undefined;
  const trust = {
    firstDecision: 0, decisions: new Map(), keys: new Map(), covers: new Map(), tombstones: new Map(), claimedTrails: new Map(),
    checkpoints: [],
  };
  context.trust = trust;
  const roots = [];
  const tree = new Peaks(0, []);
  await forLines(folder, 'records.ndjson', (line) => {
    demand(line.index === tree.size, 'is not the next one of its log');
    const whole = [line.index, line.leaf, line.salt ?? '', line.record ?? ''].join('\n');
    demand(line.digest === digestOf(whole), 'the line has another digest');
    tree.append(Buffer.from(line.leaf, 'utf8'));
    roots[tree.size] = `sha256:${tree.root().toString('hex')}`;
    const leaf = readCanonical(line.leaf);
    demand(leaf.schema === 'countersign.leaf/2', 'not a leaf');
    if (leaf.decision) {
      demand(!line.record, 'a decision with a record of its own');
      demand(leaf.decision.decision === trust.firstDecision + trust.decisions.size, 'another decision\'s place');
      trust.decisions.set(leaf.decision.decision, { leaf, salt: line.salt, index: line.index });
      return;
    }
    demand(leaf.commitment === commitmentOf(line.salt, line.record), 'commits to something else');
    replayRecord(readCanonical(line.record), line.index, context);
  });
  let before;
  await forLines(folder, 'checkpoints.ndjson', async (line) => {
    const gatewayKey = (kid) => (context.keys.get(kid)?.role === 'gateway' ? context.keys.get(kid) : undefined);
    const { payload } = await readJws(line.jws, 'checkpoint', gatewayKey);
    demand(payload.schema === 'countersign.checkpoint/1' && payload.gateway === manifest.gateway, 'not our checkpoint');
    for (const log of ['decisions', 'records'])
      demand(!before || payload[log].size >= before[log].size, 'behind the one before');
    demand(!before || Date.parse(payload.at) >= Date.parse(before.at), 'before the one before');
    before = payload;
    if (payload.records.size > 0) demand(roots[payload.records.size] === payload.records.root, 'another root of records');
    trust.checkpoints.push(payload);
  });
  if (before?.records.size !== tree.size) fault('records.ndjson', 0, 'the last checkpoint is not about its end');
  for (const [kid, key] of context.keys) {
    const life = trust.keys.get(kid);
    if (!life || (life.revokedAt !== undefined) !== Boolean(key.revokedAt)) fault('keys.json', 0, 'is not what was logged');
  }
  await checkTrails(context);
  return trust;
}

async function checkTrails(context) {
  const trails = new Map();
  await forLines(context.folder, 'events.ndjson', (line) => {
    demand(line.digest === digestOf(`${line.receivedAt}\n${line.entry}`), 'the line has another digest');
    const entry = readCanonical(line.entry);
    const { seq, head } = trails.get(entry.trail) ?? { seq: 0, head: null };
    demand(entry.schema === 'countersign.audit-event/1' && entry.seq === seq && entry.prev === head, 'does not follow');
    trails.set(entry.trail, { seq: seq + 1, head: digestOf(line.entry) });
    const claims = context.trust.claimedTrails.get(entry.trail);
    if (!claims?.has(seq + 1)) return;
    demand(claims.get(seq + 1) === digestOf(line.entry), 'is not what was taken');
    claims.delete(seq + 1);
  });
  if ([...context.trust.claimedTrails.values()].some((claims) => claims.size > 0)) fault('events.ndjson', 0, 'events are missing');
}

// The leaf that a decision got when it was received.
function holdAgainstRecord(line, receipt, context) {
  const { trust } = context;
  if (!trust || line.index < trust.firstDecision) return;
  const recorded = trust.decisions.get(line.index);
  demand(recorded, 'has no leaf');
  if (line.erased) {
    demand(!recorded.salt && trust.tombstones.get(line.index)?.digest === line.erased, 'no record says that it was erased');
    return;
  }
  demand(recorded.salt && commitmentOf(recorded.salt, line.jws) === recorded.leaf.commitment, 'its leaf commits to something else');
  if (unproven.includes(receipt.outcome)) return;
  const life = trust.keys.get(decodeProtectedHeader(line.jws).kid);
  demand(!life || (life.enrolledAt < recorded.index && !(life.revokedAt < recorded.index)), 'its key did not count then');
}

// Its words are gone; its place in its chain is in its leaf.
function passErased(line, receipt, context) {
  const { device, signer, seq } = context.trust.decisions.get(line.index).leaf.decision;
  context.chains.set(JSON.stringify([device, signer]), { seq: seq + 1, prev: line.erased });
  if (standing.includes(receipt.outcome)) context.erased.add(receipt.decisionId);
}

// --- decisions ------------------------------------------------------------------------------------------------------

const standing = ['accepted', 'held', 'awaiting-cosign'];
const unproven = ['invalid-signature', 'not-permitted'];
const ending = ['approve', 'approve-edited', 'reject', 'return', 'respond', 'break-glass'];
const amending = ['cosign', 'decline-cosign', 'retract', 'roll-back'];
const approving = ['approve', 'approve-edited', 'break-glass'];

function demand(holds, text) {
  if (!holds) throw new Error(text);
}

async function readReceipt(line, context) {
  const gatewayKey = (kid) => {
    const key = context.keys.get(kid);
    return key?.role === 'gateway' && isValidAt(key, line.receivedAt) ? key : undefined;
  };
  const { payload: receipt } = await readJws(line.receipt, 'receipt', gatewayKey);
  demand(receipt.schema === 'countersign.receipt/1', 'not a receipt');
  demand(receipt.decisionDigest === (line.erased || digestOf(line.jws)), 'the receipt is for another decision');
  demand(!line.erased || (line.jws === '' && context.trust), 'words that are missing');
  demand(receipt.receivedAt === line.receivedAt && receipt.log.index === line.index, 'place or instant differ');
  const leaf = leafHash(bytesOf(receipt.decisionDigest));
  const root = rootFromProof(leaf, line.index, receipt.log.size, receipt.log.proof.map(bytesOf));
  demand(root?.equals(bytesOf(receipt.log.root)), 'the inclusion proof does not hold');
  return receipt;
}

function checkStatement(statement, key, receipt, context) {
  demand(statement.schema === 'countersign.decision/1', 'not a decision');
  demand(statement.decisionId === receipt.decisionId && statement.itemId === receipt.itemId, 'ids differ');
  demand(statement.signer.id === key.owner && statement.device.id === key.device, 'the key is somebody else\'s');
  demand(statement.aud === context.manifest.gateway, 'made for another gateway');
  const asked = canonical({ itemDigest: statement.itemDigest, verdict: statement.verdict });
  demand(statement.auth.nonce === digestOf(asked), 'authenticated for something else');
  if (statement.verdict === 'approve-edited')
    demand(statement.edited.draftDigest === digestOf(canonical(statement.edited.draft)), 'another edited draft');
}

// The word of the token that the signer carries: over the statement without that word.
function checkCarried(statement, receipt, line, context) {
  const { components, proof } = statement.auth;
  demand(components.includes('smart-card') === Boolean(proof), 'a token that is claimed and did not speak, or the reverse');
  if (!proof) return;
  const key = context.keys.get(proof.kid);
  demand(key?.role === 'reviewer' && !key.device && key.owner === statement.signer.id, 'a token that is not the signer\'s');
  demand(isValidAt(key, receipt.receivedAt), 'a token that did not count then');
  const { proof: word, ...auth } = statement.auth;
  const bytes = Buffer.from(`countersign-carried/1\n${digestOf(canonical({ ...statement, auth }))}`);
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
  demand(verifyBytes(null, bytes, publicKey, Buffer.from(word.signature, 'base64url')), 'the token\'s word does not hold');
  const recorded = context.trust?.decisions.get(line.index);
  const life = recorded && context.trust.keys.get(proof.kid);
  demand(!life || (life.enrolledAt < recorded.index && !(life.revokedAt < recorded.index)), 'its token did not count then');
}

// Whom the signer stood in for: both by the log of records.
function checkOnBehalf(statement, line, context) {
  const { onBehalfOf, onBehalfOfName, id } = statement.signer;
  if (!onBehalfOf) return demand(!onBehalfOfName, 'a name that stands for nobody');
  const recorded = context.trust?.decisions.get(line.index);
  if (!recorded) return;
  const signedAt = Date.parse(statement.signedAt);
  const isCovered = [...context.trust.covers.values()].some((cover) => cover.signer === id && cover.absent === onBehalfOf
    && cover.name === onBehalfOfName && Date.parse(cover.since) <= signedAt && signedAt <= Date.parse(cover.until)
    && cover.givenAt < recorded.index && !(cover.endedAt < recorded.index));
  demand(isCovered, 'on behalf of somebody without a cover');
}

function followChain(statement, jws, context) {
  const name = JSON.stringify([statement.device.id, statement.signer.id]);
  const { seq, prev } = statement.chain;
  const begin = context.isWhole ? { seq: 0, prev: null } : { seq, prev };
  const next = context.chains.get(name) ?? begin;
  demand(seq === next.seq && prev === next.prev, 'does not follow the chain');
  context.chains.set(name, { seq: seq + 1, prev: digestOf(jws) });
}

function checkContent(statement, context) {
  if (!context.manifest.scope.phi || statement.verdict === 'seal') return;
  const read = (folder, digest) =>
    readFileSync(join(context.folder, folder, `${digest.slice(7)}.json`), 'utf8');
  const item = readCanonical(read('items', statement.itemDigest));
  demand(canonical(item.policy) === canonical(statement.policy), 'the item has another policy');
  readCanonical(read('rendered', statement.renderedDigest));
}

async function checkDecision(line, receipt, context) {
  let statement;
  try {
    const reviewerKey = (kid) => {
      const key = context.keys.get(kid);
      return key?.role === 'reviewer' && isValidAt(key, line.receivedAt) ? key : undefined;
    };
    const { key, payload } = await readJws(line.jws, 'decision', reviewerKey);
    checkStatement(payload, key, receipt, context);
    statement = payload;
    followChain(statement, line.jws, context);
    // What is refused for its claims had its place in the chain all the same.
    checkCarried(payload, receipt, line, context);
    checkOnBehalf(payload, line, context);
  } catch (error) {
    if (unproven.includes(receipt.outcome)) return;
    throw error;
  }
  if (!standing.includes(receipt.outcome)) return;
  checkContent(statement, context);
  demand(!context.decisions.has(statement.decisionId), 'a decision of this id stands already');
  context.decisions.set(statement.decisionId, { statement, receivedAt: line.receivedAt });
  if (amending.includes(statement.verdict)) {
    const amended = context.decisions.get(statement.amends);
    demand(amended ? amended.statement.itemId === statement.itemId : !context.isWhole || context.erased.has(statement.amends), 'amends nothing of this item');
  }
  if (statement.verdict === 'retract') context.undone.set(statement.amends, line.receivedAt);
  if (!ending.includes(statement.verdict)) return;
  const revision = JSON.stringify([statement.itemId, statement.itemRevision]);
  const before = context.ended.get(revision);
  demand(!before || isUndone(before, line.receivedAt, context), 'the item was decided before');
  context.ended.set(revision, statement.decisionId);
}

const isUndone = (id, at, context) =>
  context.undone.has(id) && Date.parse(context.undone.get(id)) <= Date.parse(at);

async function checkDecisions(context) {
  const { first, peaks, size, root } = context.manifest.log;
  const log = new Peaks(first, peaks.map(bytesOf));
  const claims = new Map(); // sizes of the log that receipts speak of, each with the roots that they name
  const lines = await forLines(context.folder, 'decisions.ndjson', async (line) => {
    demand(line.index === log.size, 'is not the next one of the log');
    log.append(line.erased ? bytesOf(line.erased) : createHash('sha256').update(line.jws).digest());
    const receipt = await readReceipt(line, context);
    claims.set(receipt.log.size, [...(claims.get(receipt.log.size) ?? []), receipt.log.root]);
    const now = `sha256:${log.root().toString('hex')}`;
    demand((claims.get(log.size) ?? []).every((named) => named === now), 'another root');
    claims.delete(log.size);
    for (const { decisions } of context.trust?.checkpoints ?? [])
      demand(decisions.size !== log.size || decisions.root === now, 'a checkpoint names another root');
    holdAgainstRecord(line, receipt, context);
    if (line.erased) passErased(line, receipt, context);
    else await checkDecision(line, receipt, context);
  });
  if (claims.size > 0) fault('decisions.ndjson', 0, 'a receipt speaks of a log that is not this one');
  if (log.size !== size || !log.root().equals(bytesOf(root))) fault('decisions.ndjson', 0, 'the log has another root');
  if (lines.length !== context.manifest.counts.decisions) fault('decisions.ndjson', 0, 'another count');
}

// --- outcomes -------------------------------------------------------------------------------------------------------

function checkRelease(line, context) {
  const signers = new Set();
  let missing = 0;
  let erased = 0;
  let approvals = 0;
  for (const id of line.decisions) {
    const decision = context.decisions.get(id);
    if (!decision && context.erased.has(id)) {
      erased += 1;
      continue;
    }
    if (!decision) {
      missing += 1;
      continue;
    }
    const { statement, receivedAt } = decision;
    demand(statement.itemId === line.itemId && statement.itemRevision === line.revision, 'a decision on another item');
    demand(statement.itemDigest === line.itemDigest, 'a decision on other bytes');
    demand(statement.policy.digest === line.policy.digest, 'a decision under another policy');
    demand(approving.includes(statement.verdict) || statement.verdict === 'cosign', 'a decision that approves nothing');
    demand(Date.parse(receivedAt) <= Date.parse(line.at) && !isUndone(id, line.at, context), 'a decision that does not stand');
    demand(!signers.has(statement.signer.id), 'one person twice');
    signers.add(statement.signer.id);
    approvals += approving.includes(statement.verdict) ? 1 : 0;
  }
  demand(missing === 0 || !context.isWhole, 'a decision that is not there');
  demand(approvals === 1 || (missing + erased > 0 && approvals === 0), 'not exactly one approval');
  demand(signers.size + missing + erased >= line.requiredSignatures, 'too few signatures');
}

async function checkOutcomes(context) {
  let head = null;
  const released = new Set();
  const reported = new Set();
  const lines = [];
  await forLines(context.folder, 'outcomes.ndjson', (line, number, text) => {
    const follows = line.prev === head;
    head = digestOf(text);
    lines.push([line, number]);
    if (line.kind === 'invalidated') context.undone.set(line.decision, line.at);
    demand(follows, 'does not name the line before it');
  });
  if (head !== context.manifest.outcomesHead) fault('outcomes.ndjson', 0, 'ends with another line');
  return () => {
    for (const [line, number] of lines) {
      try {
        const revision = JSON.stringify([line.itemId, line.revision]);
        if (line.kind === 'release') {
          demand(!released.has(revision), 'released before');
          released.add(revision);
          checkRelease(line, context);
        } else if (line.kind === 'outcome') {
          demand(released.has(revision) || !context.isWhole, 'an outcome without a release');
          demand(!reported.has(revision), 'reported before');
          reported.add(revision);
        }
      } catch (error) {
        fault('outcomes.ndjson', number, error.message);
      }
    }
  };
}

// --- all of it ------------------------------------------------------------------------------------------------------

async function verify(folder, rootFile) {
  const text = (file) => readFileSync(join(folder, file), 'utf8');
  const keys = await readKeys(text('keys.json'));
  const root = rootFile && JSON.parse(readFileSync(rootFile, 'utf8'));
  const rootKid = root && (await calculateJwkThumbprint(root));
  const signerOf = (kid) => (root ? (kid === rootKid ? root : undefined) : keys.get(kid)?.role === 'gateway' ? keys.get(kid) : undefined);
  const { payload } = await readJws(text('manifest.jws'), 'manifest', signerOf);
  demand(payload.schema === 'countersign.manifest/1', 'manifest.jws signs something else');
  demand(payload.manifest === digestOf(text('manifest.json')), 'manifest.json is not what manifest.jws signs');
  const manifest = readCanonical(text('manifest.json'));
  const context = {
    folder, manifest, keys, isWhole: manifest.log.first === 0,
    chains: new Map(), decisions: new Map(), ended: new Map(), undone: new Map(), erased: new Set(),
  };
  checkFiles(folder, manifest);
  await readTrust(context);
  const judgeReleases = await checkOutcomes(context);
  await checkDecisions(context);
  judgeReleases();
  return manifest.counts;
}

const [folder, option, rootFile] = process.argv.slice(2);
if (!folder || (option && (option !== '--root' || !rootFile))) {
  console.error('Usage: node verify.mjs PACKAGE_DIR [--root JWK-FILE]');
  process.exit(2);
}
try {
  const counts = await verify(folder, rootFile);
  if (faults.length === 0) console.log(Object.entries(counts).map(([what, count]) => `${what} ${count}`).join(', '));
} catch (error) {
  fault('package', 0, error.message);
}
console.log(faults.length === 0 ? 'VALID' : `${faults.join('\n')}\nNOT VALID`);
process.exit(faults.length === 0 ? 0 : 1);
