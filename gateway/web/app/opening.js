import { h, icon, say } from './dom.js';
import { call, Problem } from './api.js';
import { day, known, moment, precise, t } from './text.js';
import { action, clearErrors, facts, field, missingFields, problemBox, save, showErrors, standingText } from './parts.js';

const FIELDS = { '/code': 'code', '/name': 'name', '/organisation': 'organisation', '/passcode': 'passcode' };
const CODE = /^[\w.~-]{16,200}$/;

// What came in the fragment and what it opened stay here until the page is left: each opening counts, another language does not.
const state = { code: '', key: '', opened: null, fetched: false, name: '', organisation: '' };

/**
 * Anybody opens what a holder handed on. The code comes in the fragment, which no server sees, is taken out of the address at once,
 * and is sent in a body only.
 */
export async function opening() {
  const handed = location.hash.slice(1);
  if (CODE.test(handed)) {
    begin(handed);
    history.replaceState(null, '', location.pathname);
  }
  const place = h('div', { class: 'answer' });
  place.append(state.opened ? shown(place) : asking(place));
  return { title: t('opening.title'), lead: t('opening.lead'), content: place };
}

function begin(code) {
  // One key until the service has decided: pressing again after a lost answer is the same use.
  Object.assign(state, { code, key: crypto.randomUUID(), opened: null, fetched: false });
}

function turn(place, ...content) {
  place.replaceChildren(...content);
  place.firstElementChild.focus();
}

function asking(place) {
  const summary = h('div', {});
  const protection = h('div', { hidden: true },
    field('passcode', t('opening.passcode'), {
      required: true, disabled: true, inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', maxlength: 12, pattern: '[0-9]{6,12}',
    }, t('opening.passcode.hint')));
  const form = h('form', { class: 'panel', novalidate: true },
    h('h2', {}, t('opening.who')),
    h('p', { class: 'hint' }, t('opening.who.hint')),
    summary,
    state.code ? null : field('code', t('opening.code'), { required: true, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 400 }, t('opening.code.hint')),
    field('name', t('opening.name'), { required: true, value: state.name, autocomplete: 'name', maxlength: 120 }),
    field('organisation', t('opening.organisation'), { value: state.organisation, autocomplete: 'organization', maxlength: 200 }),
    protection,
    h('button', { type: 'submit', class: 'main' }, t('opening.do')));
  const passcode = protection.querySelector('input');

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const missing = missingFields(form, FIELDS);
    if (missing.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors: missing }), FIELDS);
      return;
    }
    clearErrors(form, summary);
    const value = id => form.querySelector(`#${id}`)?.value.trim() || undefined;
    if (!state.code) begin(value('code').split('#').pop());
    Object.assign(state, { name: value('name'), organisation: value('organisation') });
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    say(t('wait'));
    try {
      const json = { code: state.code, passcode: passcode.disabled ? undefined : value('passcode'), name: state.name, organisation: state.organisation };
      const { data } = await call('/judicial-cert/certificate-shares/opening', { method: 'POST', key: state.key, json, anonymous: true });
      state.opened = data;
      turn(place, shown(place));
    } catch (fault) {
      refused(fault);
    } finally {
      button.disabled = false;
    }
  });

  function refused(fault) {
    if (!(fault instanceof Problem)) {
      summary.replaceChildren(problemBox(null));
      return;
    }
    // Refused, so what is sent next is another opening; with 0 or 5xx nobody knows, so it is the same one.
    if (fault.status >= 400 && fault.status < 500) state.key = crypto.randomUUID();
    switch (fault.slug) {
      case 'share-over':
        turn(place, over(fault.body.state));
        break;
      case 'not-found':
        state.code = '';
        turn(place, told('unknown', 'unsure', t('opening.unknown'), t('opening.unknown.text')), asking(place));
        break;
      case 'passcode-needed':
        protection.hidden = false;
        passcode.disabled = false;
        summary.replaceChildren(told('wait', 'unsure', t('opening.passcode.needed'), t('opening.passcode.needed.text')));
        say(t('opening.passcode.needed'));
        passcode.focus();
        break;
      case 'passcode-wrong':
        if (fault.body.attemptsLeft > 0) {
          const message = t('opening.passcode.wrong', { left: fault.body.attemptsLeft });
          showErrors(form, summary, new Problem(403, { title: fault.body.title, errors: [{ pointer: '/passcode', message }] }), FIELDS);
        } else {
          turn(place, over('LOCKED'));
        }
        break;
      default:
        showErrors(form, summary, fault, FIELDS);
    }
  }
  return form;
}

/** Why nothing is shown, in the words of the state the share is in. */
function over(why) {
  const key = known(`opening.over.${why}`) ? why : 'OTHER';
  return told(why === 'LOCKED' ? 'bad' : 'wait', why === 'LOCKED' ? 'bad' : 'unsure', t(`opening.over.${key}`), t('opening.over.text'));
}

function told(sign, kind, title, text) {
  return h('section', { class: `box ${kind}`, tabindex: '-1', role: 'group', 'aria-label': title },
    icon(sign, true),
    h('div', {}, h('h2', {}, title), h('p', {}, text)));
}

/** The certificate as it stands now: what it says is in its document only. */
function shown(place) {
  const { opened } = state;
  const counts = opened.standing === 'VALID';
  return h('section', { class: `box verdict ${counts ? 'good' : 'bad'}`, tabindex: '-1', 'aria-labelledby': 'standing' },
    icon(counts ? 'good' : 'bad', true),
    h('div', {},
      h('h2', { id: 'standing' }, standingText(opened.standing)),
      h('p', {}, t(counts ? 'opening.valid.text' : known(`verdict.${opened.standing}.text`) ? `verdict.${opened.standing}.text` : 'opening.invalid.text')),
      facts(
        [t('verdict.kind'), t(`kind.${opened.kind}`)],
        [t('verdict.number'), opened.number],
        [t('verdict.agency'), opened.agency],
        [t('verdict.issued'), day(opened.issuedOn)],
        [t('verdict.ended'), counts ? null : day(opened.standingSince)],
        [t('share.purpose'), opened.purpose],
        [t('share.until'), moment(opened.until)],
        [t('opening.left'), String(opened.usesLeft)]),
      h('p', { class: 'hint' }, t('opening.content')),
      paper(place),
      h('p', { class: 'small' }, t('opening.later'), ' ', h('a', { href: '/verify' }, t('nav.verify')))));
}

/** The document, once and soon; after that the share is opened again, which counts. */
function paper(place) {
  const { opened, fetched } = state;
  if (!opened.ticket) return h('p', {}, t('opening.none'));
  if (fetched) return [h('p', { class: 'strong' }, t('opening.fetched')), again(place)];
  const trouble = h('div', {});
  return [
    h('p', {}, t('opening.once', { moment: precise(opened.ticketUntil) })),
    h('div', { class: 'row' }, action(t('result.download'), async () => {
      const { data } = await call('/judicial-cert/certificate-shares/opening/document', {
        method: 'POST', json: { ticket: opened.ticket }, anonymous: true, as: 'blob',
      });
      if (await digest(data) !== opened.digest) {
        trouble.replaceChildren(told('bad', 'bad', t('verdict.ALTERED'), t('verdict.ALTERED.text')), again(place));
        return;
      }
      save(data, `phieu-lltp-${opened.number.replace(/[^\w.-]+/g, '-')}.pdf`);
      state.fetched = true;
      say(t('result.downloaded'));
      turn(place, shown(place));
    }, {
      failed: fault => trouble.replaceChildren(problemBox(fault instanceof Problem ? fault : null),
        ...(fault.status === 410 || fault.status === 409 ? [again(place)].filter(Boolean) : [])),
    })),
    trouble,
  ];
}

function again(place) {
  if (state.opened.usesLeft <= 0) return null;
  return h('p', {}, h('button', {
    type: 'button',
    onclick: () => {
      begin(state.code);
      place.replaceChildren(asking(place));
      place.querySelector('input').focus();
    },
  }, t('opening.again')));
}

async function digest(file) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
