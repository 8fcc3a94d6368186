import { h, icon, say } from './dom.js';
import { call, Problem } from './api.js';
import { day, known, legalBasis, money, precise, t } from './text.js';
import { action, facts, isFinal, problemBox, save, standing, statusText } from './parts.js';
import { qrImage } from './qr.js';
import { sharesOf } from './share.js';

const SOON = 3_000;
const LATE = 15_000;
const ENDED = ['SUPERSEDED', 'REVOKED'];

/** One request: what is due, what happened when, and in the end the certificate. It follows the case while it is open. */
export async function certificateCase(id) {
  const path = `/judicial-cert/certificate-requests/${id}`;
  let { data, etag } = await call(path);
  const content = h('div', { class: 'case' });
  let timer = null;
  let wait = SOON;
  let stopped = false;

  function paint() {
    content.replaceChildren(...parts(data, repaint));
  }

  async function repaint() {
    const answer = await call(path);
    ({ data, etag } = answer);
    paint();
  }

  /** Asks whether anything is new (304 if not); less often the longer nothing happens, and not while nobody looks. */
  async function follow() {
    if (stopped || isFinal(data.status)) return;
    if (!document.hidden) {
      try {
        const answer = await call(path, { etag });
        if (stopped) return;
        if (answer.status === 304) {
          wait = Math.min(wait * 1.3, LATE);
        } else {
          wait = SOON;
          const before = data.status;
          ({ data, etag } = answer);
          paint();
          if (before !== data.status) say(t('case.changed', { status: data.statusText ?? statusText(data.status) }));
        }
      } catch {
        wait = LATE;
      }
    }
    timer = setTimeout(follow, wait);
  }

  paint();
  timer = setTimeout(follow, wait);
  return { title: t('case.title', { code: data.dossierCode }), content, stop: () => { stopped = true; clearTimeout(timer); } };
}

function parts(request, repaint) {
  return [
    h('p', {}, standing(request.status, request.statusText)),
    request.declineReason ? h('div', { class: 'box bad' }, icon('bad'), h('p', {}, request.declineReason)) : null,
    ENDED.includes(request.status) ? ended(request) : request.certificateId ? result(request) : null,
    request.status === 'FEE_DUE' && request.fee?.vietQr ? payment(request) : null,
    request.certificateId ? sharesOf(request) : null,
    timeline(request),
    h('section', {},
      h('h2', {}, t('case.details')),
      facts(
        [t('case.code'), request.dossierCode],
        [t('case.kind'), t(`kind.${request.kind}`)],
        [t('case.about'), request.about],
        [t('case.agency'), request.agency?.name ?? request.agency],
        [t('case.received'), precise(request.receivedAt)],
        [t('case.expected'), day(request.expectedAt)],
        [t('case.fee'), request.fee ? money(request.fee.amount) : null],
        [t('case.rule'), legalBasis(request.fee?.rule)],
        [t('case.delivery'), deliveryText(request.delivery)])),
    request.fee?.withdrawal && !isFinal(request.status) ? withdrawal(request, repaint) : null,
  ].filter(Boolean);
}

function deliveryText(delivery) {
  if (!delivery) return null;
  return [t('case.delivery.app'), delivery.email ? t('case.delivery.email') : null, delivery.post ? t('case.delivery.post') : null].filter(Boolean).join(', ');
}

function payment({ fee, received }) {
  const said = h('span', { class: 'small', role: 'status' });
  const due = fee.amount - (received ?? 0);
  return h('section', { class: 'pay' },
    h('h2', {}, t('pay.title')),
    h('div', { class: 'pay-body' },
      qrImage(fee.vietQr, t('pay.qr', { amount: money(due) })),
      h('div', {},
        h('p', { class: 'amount' }, money(due)),
        received > 0 ? h('p', {}, t('pay.part', { received: money(received) })) : null,
        h('ol', {}, h('li', {}, t('pay.1')), h('li', {}, t('pay.2')), h('li', {}, t('pay.3'))),
        fee.reference ? facts([t('pay.reference'), h('code', {}, fee.reference)]) : null,
        h('button', {
          type: 'button', class: 'plain-button',
          onclick: async () => {
            await navigator.clipboard.writeText(fee.vietQr);
            said.textContent = t('pay.copied');
          },
        }, t('pay.copy')), ' ', said)));
}

function result(request) {
  const told = h('div', {});
  return h('section', { class: 'box good' },
    icon('good', true),
    h('div', {},
      h('h2', {}, t('result.title')),
      h('p', {}, t('result.text')),
      h('div', { class: 'row' }, action(t('result.download'), async () => {
        const { data } = await call(`/judicial-cert/certificates/${request.certificateId}/document`, { as: 'blob' });
        save(data, `phieu-lltp-${request.dossierCode}.pdf`);
        say(t('result.downloaded'));
      }, { failed: fault => told.replaceChildren(problemBox(fault instanceof Problem ? fault : null)) })),
      told));
}

/** It was issued and counts no more: its document is not handed out. */
function ended({ status, revocation }) {
  return h('section', { class: 'box bad' },
    icon('bad', true),
    h('div', {}, h('h2', {}, t(`standing.${status}`)), revocation ? h('p', {}, revocation) : null, h('p', {}, t(`ended.${status}`))));
}

function timeline(request) {
  const steps = request.timeline ?? [];
  return h('section', {},
    h('h2', {}, t('case.timeline')),
    h('ol', { class: 'timeline' }, steps.map((step, i) => h('li', { class: i === steps.length - 1 ? 'last' : '' },
      h('span', { class: 'step' }, step.text ?? stepText(step.step)),
      h('time', { datetime: step.at }, precise(step.at))))),
    isFinal(request.status) ? null : h('p', { class: 'hint' }, t('case.follows')));
}

function stepText(step) {
  const key = `status.${step}`;
  return known(key) ? t(key) : step;
}

function withdrawal(request, repaint) {
  const told = h('div', {});
  return h('details', {},
    h('summary', {}, t('withdraw.title')),
    h('p', {}, t('withdraw.text')),
    request.fee.withdrawal.text ? h('p', {}, request.fee.withdrawal.text) : null,
    action(t('withdraw.do'), async () => {
      await call(`/judicial-cert/certificate-requests/${request.requestId}/withdrawal`, { method: 'POST', key: `withdrawal-${request.requestId}`, json: {} });
      await repaint();
    }, { kind: 'danger', failed: fault => told.replaceChildren(problemBox(fault instanceof Problem ? fault : null)) }),
    told);
}
