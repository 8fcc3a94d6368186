import { h, icon, say } from './dom.js';
import { call, Problem } from './api.js';
import { decoded, decrypt } from './jwe.js';
import { moment, t } from './text.js';
import { clearErrors, facts, field, missingFields, problemBox, showErrors } from './parts.js';
import { shownBundle } from './fhir.js';

const FIELDS = { '/recipient': 'name', '/passcode': 'passcode' };

// What came in the fragment and what it opened stay here until the page is left: each opening counts, another language does not.
const state = { link: null, files: null, name: '' };

/**
 * Anybody opens what a citizen handed on of the health record. Address and key come in the fragment, which no server sees; it is taken
 * out of the address at once. The key decrypts here and is sent nowhere.
 */
export async function healthLink() {
  const handed = location.hash.slice(1);
  if (handed) {
    Object.assign(state, { link: payload(handed), files: null });
    history.replaceState(null, '', location.pathname);
  }
  const place = h('div', { class: 'answer' });
  if (!state.link) place.append(told('unknown', t('hlink.unknown'), t('hlink.unknown.text')), pasting(place));
  else if (isPast(state.link)) place.append(over());
  else place.append(state.files ? shown() : asking(place));
  return { title: t('hlink.title'), lead: t('hlink.lead'), content: place };
}

/** The payload of a link, if it is one that this gateway gave out. */
function payload(text) {
  try {
    const link = JSON.parse(decoded(text.slice(text.indexOf('shlink:/') + 8)));
    const url = new URL(link.url);
    return url.origin === location.origin && url.pathname.startsWith('/api/health-record/') && typeof link.key === 'string'
      ? { ...link, path: url.pathname.slice(4), flag: link.flag ?? '' } : null;
  } catch {
    return null;
  }
}

function isPast({ exp }) {
  return exp !== undefined && exp * 1000 <= Date.now();
}

function pasting(place) {
  const form = h('form', { class: 'panel', novalidate: true },
    field('pasted', t('hlink.paste'), { required: true, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' }, t('hlink.paste.hint')),
    h('button', { type: 'submit', class: 'main' }, t('hlink.paste.do')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    state.link = payload(form.querySelector('#pasted').value.trim());
    turn(place, state.link ? asking(place) : told('unknown', t('hlink.unknown'), t('hlink.unknown.text')), ...(state.link ? [] : [pasting(place)]));
  });
  return form;
}

function turn(place, ...content) {
  place.replaceChildren(...content);
  place.querySelector('[tabindex], input')?.focus();
}

function asking(place) {
  const { link } = state;
  const hasPasscode = link.flag.includes('P');
  const summary = h('div', {});
  const form = h('form', { class: 'panel', novalidate: true },
    h('h2', {}, link.label ?? t('hlink.open')),
    link.exp ? h('p', {}, t('hlink.until', { moment: moment(link.exp * 1000) })) : null,
    h('p', { class: 'hint' }, t('hlink.who.hint')),
    summary,
    field('name', t('hlink.name'), { required: true, value: state.name, autocomplete: 'name', maxlength: 200 }, t('hlink.name.hint')),
    hasPasscode
      ? field('passcode', t('opening.passcode'), {
        required: true, inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', maxlength: 12, pattern: '[0-9]{6,12}',
      }, t('opening.passcode.hint'))
      : null,
    h('button', { type: 'submit', class: 'main' }, t('hlink.do')));

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const missing = missingFields(form, FIELDS);
    if (missing.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors: missing }), FIELDS);
      return;
    }
    clearErrors(form, summary);
    state.name = form.querySelector('#name').value.trim();
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    say(t('wait'));
    try {
      state.files = await opened(link, state.name, form.querySelector('#passcode')?.value.trim());
      turn(place, shown());
    } catch (fault) {
      refused(place, form, summary, fault);
    } finally {
      button.disabled = false;
    }
  });
  return form;
}

/** The files of a link, decrypted, each with what the manifest says of it. */
async function opened(link, recipient, passcode) {
  if (link.flag.includes('U')) {
    const { data } = await call(`${link.path}?recipient=${encodeURIComponent(recipient)}`, { anonymous: true, as: 'blob' });
    return [{ bundle: await decrypt(await data.text(), link.key) }];
  }
  const { data } = await call(link.path, { method: 'POST', json: { recipient, passcode }, anonymous: true });
  return Promise.all(data.files.map(async file => {
    const jwe = file.embedded ?? await (await call(new URL(file.location).pathname.slice(4), { anonymous: true, as: 'blob' })).data.text();
    return { bundle: await decrypt(jwe, link.key), status: file.status, at: file.lastUpdated };
  }));
}

function refused(place, form, summary, fault) {
  if (!(fault instanceof Problem)) {
    summary.replaceChildren(told('bad', t('hlink.broken'), t('hlink.broken.text')));
    summary.firstElementChild.focus();
    return;
  }
  const left = fault.body.remainingAttempts;
  if (fault.status === 401 && left > 0) {
    const message = t('hlink.passcode.wrong', { left });
    showErrors(form, summary, new Problem(401, { title: fault.body.title, errors: [{ pointer: '/passcode', message }] }), FIELDS);
  } else if (fault.status === 401) {
    turn(place, told('bad', t('opening.over.LOCKED'), t('hlink.over.text')));
  } else if (fault.status === 404) {
    turn(place, over());
  } else if (fault.body.errors) {
    showErrors(form, summary, fault, FIELDS);
  } else {
    summary.replaceChildren(problemBox(fault));
  }
}

function over() {
  return told('wait', t('hlink.over'), t('hlink.over.text'));
}

function told(sign, title, text) {
  return h('section', { class: `box ${sign === 'bad' ? 'bad' : 'unsure'}`, tabindex: '-1', role: 'group', 'aria-label': title },
    icon(sign, true),
    h('div', {}, h('h2', {}, title), h('p', {}, text)));
}

function shown() {
  return h('div', { class: 'record', tabindex: '-1', role: 'group', 'aria-label': state.link.label ?? t('hlink.title') },
    state.link.label ? h('p', { class: 'strong' }, state.link.label) : null,
    h('div', { class: 'row' }, h('button', { type: 'button', onclick: () => print() }, t('hlink.print'))),
    state.files.map(({ bundle, status, at }) => h('article', {},
      status === 'no-longer-valid' ? told('bad', t('hlink.outdated'), t('hlink.outdated.text')) : null,
      shownBundle(bundle),
      facts([t('hlink.at'), moment(at)]))),
    h('p', { class: 'small' }, t('hlink.source')));
}
