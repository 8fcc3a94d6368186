import { h, icon, say } from './dom.js';
import { all } from './pages.js';
import { call, Problem } from './api.js';
import { provePasscode } from './session.js';
import { day, moment, precise, t } from './text.js';
import { action, copyable, facts, field, missingFields, problemBox, select, showErrors, standing, standingText } from './parts.js';

const FIELDS = { '/purpose': 'purpose', '/recipient': 'recipient', '/until': 'until', '/maxUses': 'uses', '/passcode': 'passcode' };
const DAYS = [1, 3, 7, 14, 30, 60];
const USUAL_DAYS = 7;
const USUAL_USES = 10;

// A link is told when a share is made and never again; it is kept in this page's memory until the page is left.
const links = new Map();

/** One share: what is handed on and to whom, every use of it, and its end. */
export async function share(id) {
  const path = `/judicial-cert/certificate-shares/${id}`;
  const { data } = await call(path);
  const certificate = await certificateOf(data);
  const content = h('div', { class: 'case' });

  function paint(one) {
    content.replaceChildren(...[
      h('p', {}, standing(one.state, t(`share.state.${one.state}`))),
      links.has(id) && one.state === 'OPEN' ? handOn(links.get(id), one) : null,
      h('section', {},
        h('h2', {}, t('share.what')),
        facts(
          [t('share.recipient'), one.recipient],
          [t('share.purpose'), one.purpose],
          [t('verdict.kind'), certificate ? t(`kind.${certificate.kind}`) : null],
          [t('verdict.number'), certificate ? h('a', { href: `/certificates/${certificate.requestId}` }, certificate.number) : null],
          [t('share.standing'), certificate ? standingText(certificate.standing) : null],
          [t('share.madeAt'), moment(one.madeAt)],
          [t('share.until'), moment(one.until)],
          [t('share.endedAt'), moment(one.endedAt)],
          [t('share.uses'), t('share.uses.of', { uses: one.uses, most: one.maxUses })],
          [t('opening.passcode'), t(one.withPasscode ? 'yes' : 'no')])),
      openings(one.openings ?? []),
      ['OPEN', 'USED_UP'].includes(one.state) ? ending() : null,
    ].filter(Boolean));
  }

  function ending() {
    const told = h('div', {});
    return h('section', {},
      h('h2', {}, t('share.end')),
      h('p', {}, t('share.end.text')),
      action(t('share.end.do'), async () => {
        await call(`${path}/ending`, { method: 'POST' });
        links.delete(id);
        paint((await call(path)).data);
        say(t('share.end.done'));
        const chip = content.querySelector('.standing');
        chip.setAttribute('tabindex', '-1');
        chip.focus();
      }, { kind: 'danger', failed: fault => told.replaceChildren(problemBox(fault instanceof Problem ? fault : null)) }),
      told);
  }

  paint(data);
  return { title: t('share.title', { recipient: data.recipient }), content };
}

async function certificateOf({ certificateId }) {
  try {
    return (await call(`/judicial-cert/certificates/${certificateId}`)).data;
  } catch (fault) {
    // The share can be seen and ended without it.
    if (fault instanceof Problem) return null;
    throw fault;
  }
}

function handOn(link, { withPasscode }) {
  return h('section', { class: 'box good' },
    icon('good', true),
    h('div', {},
      h('h2', {}, t('share.made')),
      h('p', {}, t('share.made.text')),
      copyable('link', t('share.link'), link),
      h('p', { class: 'strong' }, t(withPasscode ? 'share.made.passcode' : 'share.made.open'))));
}

function openings(uses) {
  return h('section', {},
    h('h2', {}, t('share.openings')),
    uses.length === 0
      ? h('p', { class: 'empty' }, t('share.openings.none'))
      : [
        h('p', { class: 'hint' }, t('share.openings.hint')),
        h('ol', { class: 'timeline' }, uses.map((use, i) => h('li', { class: i === uses.length - 1 ? 'last' : '' },
          h('span', { class: 'step' }, use.organisation ? `${use.name} – ${use.organisation}` : use.name),
          h('time', { datetime: use.at }, t('share.opened', { moment: precise(use.at) })),
          h('div', { class: 'small' }, use.documentAt ? t('share.document', { moment: precise(use.documentAt) }) : t('share.document.none'))))),
      ]);
}

/** The shares of a certificate, and the way to another one; stands on the page of its case and fills itself. */
export function sharesOf({ requestId, certificateId, kind, status }) {
  const list = h('div', {}, h('p', { class: 'waiting' }, t('wait')));
  fill(list, certificateId);
  return h('section', {},
    h('h2', {}, t('shares.title')),
    h('p', {}, t(kind === 'NO_2' ? 'shares.not.NO_2' : 'shares.text')),
    kind !== 'NO_2' && ['ISSUED', 'DELIVERED'].includes(status)
      ? h('div', { class: 'row' }, h('a', { href: `/certificates/${requestId}/share`, class: 'button' }, t('shares.new')))
      : null,
    kind === 'NO_2' ? null : list);
}

async function fill(list, certificateId) {
  try {
    const shares = (await all('/judicial-cert/certificate-shares')).filter(one => one.certificateId === certificateId);
    list.replaceChildren(shares.length === 0
      ? h('p', { class: 'empty' }, t('shares.none'))
      : h('ul', { class: 'list' }, shares.map(one => h('li', {},
        h('a', { href: `/shares/${one.shareId}`, class: 'line' },
          h('span', { class: 'line-title' }, one.recipient),
          h('span', { class: 'small' }, t('shares.line', { purpose: one.purpose, day: day(one.until), uses: one.uses, most: one.maxUses })),
          standing(one.state, t(`share.state.${one.state}`)))))));
  } catch (fault) {
    list.replaceChildren(problemBox(fault instanceof Problem ? fault : null));
  }
}

/** Hands a certificate on: for what, to whom, until when, how often, and with which passcode. */
export async function newShare(requestId, go) {
  // Asked for now: leaving the page for it later would lose what was typed.
  await provePasscode();
  const { data: request } = await call(`/judicial-cert/certificate-requests/${requestId}`);
  const back = h('a', { href: `/certificates/${requestId}`, class: 'button' }, t('cancel'));
  if (request.kind === 'NO_2' || !['ISSUED', 'DELIVERED'].includes(request.status)) {
    return { title: t('shares.new'), content: [h('p', {}, t(request.kind === 'NO_2' ? 'shares.not.NO_2' : 'shares.not')), back] };
  }
  // One key, and one time to count from, until the service has decided: pressing again after a lost answer is one share.
  let attempt = fresh();
  const summary = h('div', {});
  const form = h('form', { novalidate: true },
    summary,
    h('fieldset', {},
      h('legend', {}, t('share.form.who')),
      field('recipient', t('share.recipient'), { required: true, autocomplete: 'off', maxlength: 200 }, t('share.recipient.hint')),
      field('purpose', t('share.purpose'), { required: true, list: 'purposes', autocomplete: 'off', maxlength: 200 }, t('share.purpose.hint')),
      h('datalist', { id: 'purposes' }, ['form.purpose.1', 'form.purpose.2', 'form.purpose.3', 'form.purpose.4'].map(purpose => h('option', { value: t(purpose) })))),
    h('fieldset', {},
      h('legend', {}, t('share.form.bounds')),
      select('until', t('share.form.until'), DAYS.map(days => [String(days), t('share.form.days', { days }), days === USUAL_DAYS])),
      field('uses', t('share.form.uses'), { required: true, type: 'number', inputmode: 'numeric', min: 1, max: 100, value: String(USUAL_USES) }, t('share.form.uses.hint')),
      field('passcode', t('opening.passcode'), { inputmode: 'numeric', autocomplete: 'off', pattern: '[0-9]{6,12}', minlength: 6, maxlength: 12 }, t('share.form.passcode.hint'))),
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'main' }, t('share.form.do')), back));

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const missing = missingFields(form, FIELDS);
    if (missing.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors: missing }), FIELDS);
      return;
    }
    const value = id => form.querySelector(`#${id}`).value.trim();
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    say(t('wait'));
    try {
      const { data } = await call('/judicial-cert/certificate-shares', {
        method: 'POST',
        key: attempt.key,
        json: {
          certificateId: request.certificateId,
          purpose: value('purpose'),
          recipient: value('recipient'),
          until: new Date(attempt.from + Number(value('until')) * 86_400_000).toISOString(),
          maxUses: Number(value('uses')),
          passcode: value('passcode') || undefined,
        },
      });
      links.set(data.shareId, data.link);
      go(`/shares/${data.shareId}`);
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
  return { title: t('shares.new'), lead: t('shares.text'), content: form };
}

function fresh() {
  return { key: crypto.randomUUID(), from: Date.now() };
}
