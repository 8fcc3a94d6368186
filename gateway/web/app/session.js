// Log-in by authorization code with PKCE (RFC 7636). Tokens live in this module's memory and nowhere else: a reload
// asks the provider again, which still knows the person. Only verifier and state wait in sessionStorage while away.

const WAITING = 'hoso.login';
/** Tabs tell each other here that the person has logged out: nothing personal stays in any of them. */
const ended = new BroadcastChannel('hoso.session');
/** Half of what the services take as fresh, in seconds: the other half is there to fill a form in. */
const FRESH = 150;
let config = null;
let tokens = null;

export async function loadConfig() {
  const answer = await fetch('/config.json');
  if (!answer.ok) throw new Error('config');
  config = await answer.json();
}

export function isLoggedIn() {
  return tokens !== null;
}

export function personName() {
  return tokens?.claims.name ?? tokens?.claims.preferred_username ?? '';
}

/** Leaves the page. `acr` 2 asks for the passcode as well, `maxAge` (seconds) for a fresh one. */
export async function logIn({ returnTo = location.pathname, acr = null, maxAge = null } = {}) {
  const verifier = random(64);
  const state = random(24);
  const nonce = random(24);
  sessionStorage.setItem(WAITING, JSON.stringify({ verifier, state, nonce, returnTo }));
  const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    scope: 'openid',
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
  });
  if (acr) query.set('acr_values', acr);
  if (maxAge) query.set('max_age', maxAge);
  location.assign(`${config.authorizeUrl}?${query}`);
  return new Promise(() => {});
}

/** Back from the provider? Then the code becomes tokens. Answers where the person wanted to go, or null. */
export async function completeLogIn() {
  const query = new URLSearchParams(location.search);
  if (!query.has('state')) return null;
  const waiting = JSON.parse(sessionStorage.getItem(WAITING) ?? 'null');
  sessionStorage.removeItem(WAITING);
  history.replaceState(null, '', location.pathname);
  if (!waiting || waiting.state !== query.get('state') || !query.has('code')) {
    throw new Error('log-in');
  }
  await exchange({
    grant_type: 'authorization_code',
    code: query.get('code'),
    redirect_uri: redirectUri(),
    code_verifier: waiting.verifier,
  });
  if (claimsOf(tokens.id).nonce !== waiting.nonce) {
    tokens = null;
    throw new Error('log-in');
  }
  return waiting.returnTo;
}

let renewing = null;

/** A token that lasts at least another 20 s, or null when the person has to log in again. */
export async function accessToken() {
  if (!tokens) return null;
  if (tokens.until - Date.now() < 20_000) {
    // A refresh token is good once: calls that meet here wait for the same renewal.
    renewing ??= renew().finally(() => { renewing = null; });
    await renewing;
  }
  return tokens?.access ?? null;
}

async function renew() {
  try {
    await exchange({ grant_type: 'refresh_token', refresh_token: tokens.refresh });
  } catch {
    tokens = null;
  }
}

/** Back from the provider a moment ago, with this much proof? Then asking once more would only go in circles. */
export function hasJustLoggedIn(acr = null) {
  return tokens !== null && Date.now() - tokens.loggedInAt < 10_000 && (acr === null || String(tokens.claims.acr) === acr);
}

/** The passcode for what comes next, unless it was given a moment ago as far as the token tells; the service decides. */
export async function provePasscode() {
  const given = Date.now() / 1000 - (tokens.claims.acr_times?.['2'] ?? 0);
  if (hasJustLoggedIn('2') || (String(tokens.claims.acr) === '2' && given < FRESH)) return;
  await logIn({ acr: '2', maxAge: FRESH });
}

/** Leaves this page for the provider's, which ends the log-in there; every tab forgets the person at once. */
export function logOut() {
  const query = new URLSearchParams({ client_id: config.clientId, post_logout_redirect_uri: redirectUri() });
  if (tokens?.id) query.set('id_token_hint', tokens.id);
  forget();
  sessionStorage.removeItem(WAITING);
  ended.postMessage('logged-out');
  location.replace(`${config.logoutUrl}?${query}`);
}

export function forget() {
  tokens = null;
}

/** Calls back when the person logged out in another tab. */
export function onLoggedOutElsewhere(then) {
  ended.addEventListener('message', () => {
    forget();
    sessionStorage.removeItem(WAITING);
    then();
  });
}

async function exchange(fields) {
  const answer = await fetch(config.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: config.clientId, ...fields }),
    credentials: 'omit',
  });
  if (!answer.ok) throw new Error('log-in');
  const body = await answer.json();
  tokens = {
    access: body.access_token,
    refresh: body.refresh_token,
    id: body.id_token ?? tokens?.id,
    loggedInAt: fields.code ? Date.now() : tokens?.loggedInAt ?? 0,
    until: Date.now() + body.expires_in * 1000,
    claims: claimsOf(body.id_token ?? body.access_token),
  };
}

function redirectUri() {
  return `${location.origin}/`;
}

/** For display only: whoever decides about access checks the signature itself. */
function claimsOf(token) {
  const part = token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), c => c.charCodeAt(0))));
}

function random(bytes) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
