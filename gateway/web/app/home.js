import { h, icon } from './dom.js';
import { isLoggedIn, logIn, personName } from './session.js';
import { t } from './text.js';

/** What this is, and the ways in. */
export async function home() {
  const loggedIn = isLoggedIn();
  return {
    title: loggedIn ? t('home.hello', { name: personName() }) : t('home.title'),
    lead: loggedIn ? t('home.lead.in') : t('home.lead'),
    content: [
      loggedIn ? null : h('div', { class: 'row' },
        h('button', { type: 'button', class: 'main', onclick: () => logIn({ returnTo: '/' }) }, t('home.login')),
        h('a', { href: '/verify', class: 'button' }, t('home.verify'))),
      h('div', { class: 'doors' },
        door('/record', 'health', t('record.title'), t('home.record')),
        door('/certificates', 'paper', t('certificates.title'), t('home.certificates')),
        door('/inbox', 'letter', t('inbox.title'), t('home.inbox')),
        door('/verify', 'check', t('verify.title'), t('home.check'))),
      loggedIn ? null : h('section', { class: 'plain-text' },
        h('h2', {}, t('home.how.title')),
        h('ul', {}, ['home.how.1', 'home.how.2', 'home.how.3'].map(key => h('li', {}, t(key))))),
    ],
  };
}

function door(path, sign, title, text) {
  return h('a', { href: path, class: 'door' },
    icon(sign, true),
    h('span', {}, h('span', { class: 'door-title' }, title), h('span', { class: 'door-text' }, text)));
}
