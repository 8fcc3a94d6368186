import { h } from './dom.js';
import { call } from './api.js';
import { day, t } from './text.js';
import { standing } from './parts.js';

/** The citizen's requests, newest first. */
export async function certificates() {
  const { data } = await call('/judicial-cert/certificate-requests?limit=50');
  const items = data.items ?? [];
  return {
    title: t('certificates.title'),
    lead: t('certificates.lead'),
    content: [
      h('div', { class: 'row' }, h('a', { href: '/certificates/new', class: 'button main' }, t('certificates.new'))),
      h('h2', {}, t('certificates.mine')),
      items.length === 0
        ? h('p', { class: 'empty' }, t('certificates.none'))
        : h('ul', { class: 'list' }, items.map(item => h('li', {},
          h('a', { href: `/certificates/${item.requestId}`, class: 'line' },
            h('span', { class: 'line-title' }, item.dossierCode),
            h('span', { class: 'small' }, [t(`kind.${item.kind}`), item.about, t('certificates.received', { day: day(item.receivedAt) })].filter(Boolean).join(' · ')),
            standing(item.status, item.statusText))))),
    ],
  };
}
