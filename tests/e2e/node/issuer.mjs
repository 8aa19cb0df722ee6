// An issuer of identities on loopback for the tests, on the certified oidc-provider; and a browser that fills in its forms.
import { createServer, request as begin } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { URLSearchParams } from 'node:url';
import Provider from 'oidc-provider';

const page = (res, body) => {
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.end(`<!doctype html><title>Issuer</title>${body}`);
};
const formOf = async (req) => {
  const parts = [];
  for await (const part of req) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
};

// The two forms that a person meets: who one is, and whether the console may know.
async function interact(provider, req, res, [, uid, step]) {
  const { prompt, params, grantId, session } = await provider.interactionDetails(req, res);
  if (req.method === 'GET') return page(res, `<form method="post" action="/interaction/${uid}/${prompt.name}">`);
  const form = await formOf(req);
  if (step === 'abort') return provider.interactionFinished(req, res, { error: 'access_denied' });
  if (step === 'login') {
    const login = { accountId: form.get('account'), remember: true };
    if (form.get('acr')) Object.assign(login, { acr: form.get('acr'), amr: ['pwd', 'otp'] });
    return provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope('openid');
  return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } },
                                      { mergeWithLastSubmission: true });
}

export async function startIssuer() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'test-1', alg: 'RS256', use: 'sig' };
  let handle;
  const server = createServer((req, res) => handle(req, res));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(url, {
    clients: [{
      client_id: 'countersign', application_type: 'native', token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/signed-in'], grant_types: ['authorization_code'], response_types: ['code'],
    }],
    jwks: { keys: [key] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    acrValues: ['urn:mfa'],
    cookies: { keys: ['of the tests alone'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    pkce: { required: () => true, methods: ['S256'] },
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, IdToken: 300, AccessToken: 300, AuthorizationCode: 60 },
  });
  const asked = []; // authorization requests, as the browser brought them
  handle = (req, res) => {
    const at = new URL(req.url, url);
    if (at.pathname === '/auth') asked.push(Object.fromEntries(at.searchParams));
    const path = at.pathname.split('/').filter(Boolean);
    if (path[0] !== 'interaction') return provider.callback()(req, res);
    return interact(provider, req, res, path).catch((error) => {
      res.statusCode = 500;
      res.end(String(error));
    });
  };
  return { url, asked, close: () => new Promise((resolve) => server.close(resolve)) };
}

// By hand: not every fetch tells one cookie from the next.
function ask(url, { method = 'GET', body, headers }) {
  const content = body === undefined ? undefined : String(body);
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(content ?? '') };
  return new Promise((resolve, reject) => {
    const request = begin(url, { method, headers: { ...headers, ...(content === undefined ? {} : form) } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(content);
  });
}

// A browser with one person before it. It keeps its cookies, follows where it is sent, and fills in what it is shown.
export class Browser {
  constructor() {
    this.cookies = new Map();
    this.forms = []; // that were shown
  }
  async get(url, options = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(url, { ...options, headers: { ...options.headers, cookie } });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
  // From the address that the console opens to the page that the console answers with.
  async visit(url, { account, acr, denies = false }) {
    let answer = await this.get(url);
    for (let steps = 0; steps < 20; ++steps) {
      const to = answer.headers.location;
      if (to) {
        url = new URL(to, url).href;
        answer = await this.get(url);
        continue;
      }
      const form = /action="(\/interaction\/([^/"]+)\/([^/"]+))"/.exec(answer.text);
      if (!form) return { status: answer.status, url };
      this.forms.push(form[3]);
      const target = new URL(denies ? `/interaction/${form[2]}/abort` : form[1], url);
      const body = new URLSearchParams(form[3] === 'login' ? { account, ...(acr ? { acr } : {}) } : {});
      url = target.href;
      answer = await this.get(url, { method: 'POST', body });
    }
    throw new Error('the issuer sends the browser in circles');
  }
}
