import { h } from './dom.js';
import { growing } from './pages.js';
import { moment, t } from './text.js';

/** Where what a message is about can be seen. What is not known here yet has no page. */
const PAGES = {
  CERTIFICATE_REQUEST: id => [`/certificates/${id}`, 'inbox.open'],
  CERTIFICATE_SHARE: id => [`/shares/${id}`, 'inbox.open.share'],
  HEALTH_RECORD: () => ['/record', 'inbox.open.record'],
  RECORD_SHARE: () => ['/record-shares', 'inbox.open.health-share'],
};

/** Messages to the citizen, newest first. */
export async function inbox() {
  return {
    title: t('inbox.title'),
    lead: t('inbox.lead'),
    content: await growing('/notification/inbox', t('inbox.none'), message),
  };
}

function message({ title, text, at, subjectType, subjectId }) {
  const [path, label] = PAGES[subjectType]?.(subjectId) ?? [];
  return h('li', { class: 'message' },
    h('h2', {}, title),
    h('p', { class: 'small' }, h('time', { datetime: at }, moment(at))),
    h('details', { class: 'letter' }, h('summary', {}, t('inbox.read')), h('p', { class: 'as-written' }, text)),
    path ? h('p', {}, h('a', { href: path }, t(label))) : null);
}
