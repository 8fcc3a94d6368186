// Calls to the services through the gateway.

import { accessToken, forget, hasJustLoggedIn, logIn } from './session.js';
import { currentLanguage, t } from './text.js';

/** A problem answer (RFC 9457), or the like of it when nothing answered. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body;
  }

  get slug() {
    return (this.body.type ?? '').split('#')[1] ?? '';
  }
}

/**
 * Answers {status, data, etag, headers}. A call that the service wants more proof for leaves the page, and the person comes back
 * to the same address after giving the passcode.
 */
export async function call(path, { method = 'GET', json, body, type, key, etag, anonymous = false, as = 'json' } = {}) {
  const headers = { Accept: as === 'blob' ? '*/*' : 'application/json, application/problem+json', 'Accept-Language': currentLanguage() };
  if (!anonymous) {
    const token = await accessToken();
    if (!token) return logIn();
    headers.Authorization = `Bearer ${token}`;
  }
  if (json !== undefined) {
    headers['Content-Type'] = 'application/json';
  } else if (type) {
    headers['Content-Type'] = type;
  }
  if (key) headers['Idempotency-Key'] = key;
  if (etag) headers['If-None-Match'] = etag;
  let answer;
  try {
    answer = await fetch(`/api${path}`, {
      method, headers, cache: 'no-store', credentials: 'omit', body: json === undefined ? body : JSON.stringify(json),
    });
  } catch {
    throw new Problem(0, { title: t('problem.offline.title'), detail: t('problem.offline.detail') });
  }
  if (answer.status === 304) return { status: 304 };
  if (answer.ok) {
    const data = answer.status === 204 ? null : as === 'blob' ? await answer.blob() : await readJson(answer);
    return { status: answer.status, data, etag: answer.headers.get('ETag'), headers: answer.headers };
  }
  const problem = new Problem(answer.status, await readJson(answer) ?? {});
  if (answer.status === 401 && !anonymous) {
    const challenge = answer.headers.get('WWW-Authenticate') ?? '';
    if (challenge.includes('insufficient_user_authentication') || problem.slug === 'step-up-required') {
      const acr = parameter(challenge, 'acr_values') ?? '2';
      if (hasJustLoggedIn(acr)) throw problem;
      return logIn({ acr, maxAge: parameter(challenge, 'max_age') });
    }
    if (hasJustLoggedIn()) throw problem;
    forget();
    return logIn();
  }
  throw problem;
}

async function readJson(answer) {
  try {
    return await answer.json();
  } catch {
    return null;
  }
}

function parameter(challenge, name) {
  return new RegExp(`${name}="?([^",\\s]+)`).exec(challenge)?.[1] ?? null;
}
