import { h } from './dom.js';
import { growing } from './pages.js';
import { day, t } from './text.js';
import { standing } from './parts.js';

/** The citizen's requests, newest first. */
export async function certificates() {
  const mine = await growing('/judicial-cert/certificate-requests', t('certificates.none'), line);
  return {
    title: t('certificates.title'),
    lead: t('certificates.lead'),
    content: [
      h('div', { class: 'row' }, h('a', { href: '/certificates/new', class: 'button main' }, t('certificates.new'))),
      h('h2', {}, t('certificates.mine')),
      ...mine,
    ],
  };
}

function line(item) {
  const facts = [t(`kind.${item.kind}`), item.about, t('certificates.received', { day: day(item.receivedAt) })];
  return h('li', {},
    h('a', { href: `/certificates/${item.requestId}`, class: 'line' },
      h('span', { class: 'line-title' }, item.dossierCode),
      h('span', { class: 'small' }, facts.filter(Boolean).join(' · ')),
      standing(item.status, item.statusText)));
}
