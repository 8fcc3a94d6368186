import { h, icon, say } from './dom.js';
import { all } from './pages.js';
import { call, Problem } from './api.js';
import { provePasscode } from './session.js';
import { encoded } from './jwe.js';
import { qrImage } from './qr.js';
import { moment, t } from './text.js';
import { action, check, copyable, facts, field, missingFields, problemBox, select, showErrors, standing } from './parts.js';

const SHARES = '/health-record/records/me/shares';
const FIELDS = { '/recipient': 'recipient', '/label': 'label', '/until': 'until', '/passcode': 'passcode' };
const MINUTES = [15, 60, 480, 1440];
const DAYS = [7, 30, 90, 365];
const KINDS = ['DIAGNOSIS', 'MEDICATION', 'ALLERGY', 'VACCINATION', 'RESULT', 'VITAL_SIGN', 'PROCEDURE', 'NOTE'];
const KEY = 'hoso.link-keys';

// A link is told when it is made and never again; it stays in this page's memory until the page is left.
let made = null;

/** The links of a citizen to parts of the health record: made, seen, brought up to date, taken back. */
export async function recordShares() {
  const list = h('div', {}, h('p', { class: 'waiting' }, t('wait')));
  const place = h('div', {});
  const told = h('div', {});

  async function fill() {
    const shares = await all(SHARES);
    list.replaceChildren(shares.length === 0
      ? h('p', { class: 'empty' }, t('hshare.none'))
      : h('ul', { class: 'entries' }, shares.map(one => h('li', {}, line(one, fill, told)))));
  }

  place.replaceChildren(made ? handOn(made) : h('p', {}, h('a', { href: '/record-shares/new', class: 'button' }, t('hshare.new'))));
  made = null;
  await fill();
  return {
    title: t('hshare.title'),
    lead: t('hshare.lead'),
    content: [h('p', {}, h('a', { href: '/record' }, t('visit.back'))), place, h('section', {}, h('h2', {}, t('hshare.all')), told, list)],
  };
}

function line(share, fill, told) {
  const failed = fault => told.replaceChildren(problemBox(fault instanceof Problem ? fault : null));
  const key = keys()[share.shareId];
  return [
    h('h3', {}, share.recipient),
    h('p', {}, standing(share.state, t(`hshare.state.${share.state}`))),
    facts(
      [t('hshare.label'), share.label],
      [t('share.madeAt'), moment(share.madeAt)],
      [t('share.until'), moment(share.until)],
      [t('hshare.opened'), share.maxUses ? t('share.uses.of', { uses: share.uses, most: share.maxUses }) : String(share.uses)],
      [t('opening.passcode'), t(share.flags.includes('P') ? 'yes' : 'no')]),
    share.state === 'OPEN' ? h('div', { class: 'row' },
      share.flags.includes('L') && key ? action(t('hshare.renew'), async () => {
        await call(`${SHARES}/${share.shareId}/renewal`, { method: 'POST', json: { key } });
        say(t('hshare.renewed'));
        await fill();
      }, { kind: 'plain-button', failed }) : null,
      action(t('hshare.end'), async () => {
        await call(`${SHARES}/${share.shareId}/ending`, { method: 'POST' });
        forgetKey(share.shareId);
        say(t('share.end.done'));
        await fill();
      }, { kind: 'danger', failed })) : null];
}

/** The link as a code to be scanned, and to be copied. */
function handOn({ link, shlink, flags }) {
  return h('section', { class: 'box good' },
    icon('good', true),
    h('div', {},
      h('h2', {}, t('hshare.made')),
      h('p', {}, t('hshare.made.text')),
      qrImage(link, t('hshare.qr')),
      copyable('link', t('share.link'), link),
      copyable('shlink', t('hshare.shlink'), shlink),
      h('p', { class: 'strong' }, t(flags.includes('P') ? 'hshare.made.passcode' : 'hshare.made.open'))));
}

/** Hands a part of the record on: to whom, what, until when, how often, and with which passcode. */
export async function newRecordShare(go) {
  // Asked for now: leaving the page for it later would lose what was typed.
  await provePasscode();
  let attempt = fresh();
  const summary = h('div', {});
  const form = h('form', { novalidate: true },
    summary,
    h('fieldset', {},
      h('legend', {}, t('share.form.who')),
      field('recipient', t('hshare.recipient'), { required: true, autocomplete: 'off', maxlength: 200 }, t('hshare.recipient.hint')),
      field('label', t('hshare.label'), { autocomplete: 'off', maxlength: 80 }, t('hshare.label.hint'))),
    h('fieldset', {},
      h('legend', {}, t('hshare.form.what')),
      h('p', { class: 'hint' }, t('hshare.form.what.hint')),
      KINDS.map(kind => check('checkbox', 'kinds', kind, t(`hshare.kind.${kind}`), { checked: true }))),
    h('fieldset', {},
      h('legend', {}, t('share.form.bounds')),
      select('until', t('share.form.until'), [
        ...MINUTES.map(minutes => [String(minutes), t(`hshare.minutes.${minutes}`), minutes === MINUTES[0]]),
        ...DAYS.map(days => [String(days * 1440), t('share.form.days', { days })])]),
      check('checkbox', 'once', 'once', t('hshare.once'), {}, t('hshare.once.hint')),
      field('passcode', t('opening.passcode'), { inputmode: 'numeric', autocomplete: 'off', pattern: '[0-9]{6,12}', minlength: 6, maxlength: 12 }, t('share.form.passcode.hint'))),
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'main' }, t('hshare.do')), h('a', { href: '/record-shares', class: 'button' }, t('cancel'))));

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const missing = missingFields(form, FIELDS);
    if (missing.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors: missing }), FIELDS);
      return;
    }
    const value = id => form.querySelector(`#${id}`).value.trim() || undefined;
    const minutes = Number(value('until'));
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    say(t('wait'));
    try {
      const { data } = await call(SHARES, {
        method: 'POST',
        key: attempt.id,
        json: {
          key: attempt.key,
          recipient: value('recipient'),
          label: value('label'),
          content: { kinds: [...form.querySelectorAll('[name=kinds]:checked')].map(box => box.value) },
          until: new Date(attempt.from + minutes * 60_000).toISOString(),
          longTerm: minutes > 1440,
          maxUses: form.querySelector('[name=once]').checked ? 1 : undefined,
          passcode: value('passcode'),
        },
      });
      if (data.flags.includes('L')) keepKey(data.shareId, attempt.key);
      made = data;
      go('/record-shares');
    } catch (fault) {
      if (fault instanceof Problem) {
        if (fault.status >= 400 && fault.status < 500) attempt = fresh();
        showErrors(form, summary, fault, FIELDS);
      } else {
        summary.replaceChildren(problemBox(null));
      }
    } finally {
      button.disabled = false;
    }
  });
  return { title: t('hshare.new'), lead: t('hshare.lead'), content: form };
}

/** One key for the service, one for the link, and one time to count from: pressing again after a lost answer is the same link. */
function fresh() {
  return { id: crypto.randomUUID(), key: encoded(crypto.getRandomValues(new Uint8Array(32))), from: Date.now() };
}

/** Keys of links for long, so that this device can bring them up to date; nobody else has them but those who have the links. */
function keys() {
  return JSON.parse(localStorage.getItem(KEY) ?? '{}');
}

function keepKey(id, key) {
  localStorage.setItem(KEY, JSON.stringify({ ...keys(), [id]: key }));
}

function forgetKey(id) {
  const { [id]: _, ...others } = keys();
  localStorage.setItem(KEY, JSON.stringify(others));
}
