// One page, whose address says what it shows. Each view answers {title, content, stop?}.

import { h, say } from './dom.js';
import { Problem } from './api.js';
import { completeLogIn, forget, isLoggedIn, loadConfig, logIn, logOut, onLoggedOutElsewhere, personName } from './session.js';
import { currentLanguage, rememberedLanguage, rememberLanguage, t, useLanguage } from './text.js';
import { problemBox } from './parts.js';
import { home } from './home.js';
import { record } from './record.js';
import { visit } from './visit.js';
import { certificates } from './certificates.js';
import { newRequest } from './request.js';
import { certificateCase } from './case.js';
import { newShare, share } from './share.js';
import { opening } from './opening.js';
import { healthLink } from './healthlink.js';
import { newRecordShare, recordShares } from './recordshares.js';
import { inbox } from './inbox.js';
import { verify } from './verify.js';

const ROUTES = [
  { path: /^\/$/, view: home, open: true },
  { path: /^\/record$/, view: record, place: '/record' },
  { path: /^\/record\/([\w-]+)$/, view: visit, place: '/record' },
  { path: /^\/certificates$/, view: certificates, place: '/certificates' },
  { path: /^\/certificates\/new$/, view: newRequest, place: '/certificates' },
  { path: /^\/certificates\/([\w-]+)$/, view: certificateCase, place: '/certificates' },
  { path: /^\/certificates\/([\w-]+)\/share$/, view: newShare, place: '/certificates' },
  { path: /^\/shares\/([\w-]+)$/, view: share, place: '/certificates' },
  { path: /^\/certificate-share$/, view: opening, open: true },
  { path: /^\/record-shares$/, view: recordShares, place: '/record' },
  { path: /^\/record-shares\/new$/, view: newRecordShare, place: '/record' },
  { path: /^\/health-share$/, view: healthLink, open: true },
  { path: /^\/inbox$/, view: inbox, place: '/inbox' },
  { path: /^\/verify$/, view: verify, open: true, place: '/verify' },
];

const PLACES = [
  ['/record', 'nav.record'],
  ['/certificates', 'nav.certificates'],
  ['/inbox', 'nav.inbox'],
  ['/verify', 'nav.verify'],
];

const main = document.getElementById('main');
let stop = null;
let shown = 0;

export function go(path) {
  history.pushState(null, '', path);
  show();
}

async function show({ focus = true } = {}) {
  stop?.();
  stop = null;
  const turn = ++shown;
  const route = ROUTES.find(({ path }) => path.test(location.pathname));
  frame(route?.place);
  if (!route) {
    paint({ title: t('missing.title'), content: h('p', {}, t('missing.text'), ' ', h('a', { href: '/' }, t('missing.home'))) }, focus);
    return;
  }
  if (!route.open && !isLoggedIn()) {
    await logIn({ returnTo: location.pathname });
    return;
  }
  main.setAttribute('aria-busy', 'true');
  const waiting = setTimeout(() => main.replaceChildren(h('p', { class: 'waiting' }, t('wait'))), 250);
  try {
    const view = await route.view(...location.pathname.match(route.path).slice(1), go);
    if (turn !== shown) {
      view.stop?.();
      return;
    }
    stop = view.stop ?? null;
    paint(view, focus);
  } catch (fault) {
    if (turn === shown) paint({ title: t('fault.title'), content: problemBox(fault instanceof Problem ? fault : null) }, focus);
    if (!(fault instanceof Problem)) console.error(fault);
  } finally {
    clearTimeout(waiting);
    main.removeAttribute('aria-busy');
  }
}

function paint({ title, content, lead }, focus) {
  document.title = `${title} – ${t('name')}`;
  const heading = h('h1', { tabindex: '-1' }, title);
  main.replaceChildren(heading, ...(lead ? [h('p', { class: 'lead' }, lead)] : []), ...[content].flat(Infinity).filter(Boolean));
  if (focus) {
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
}

function frame(place) {
  document.getElementById('skip').textContent = t('skip');
  const other = currentLanguage() === 'vi' ? 'en' : 'vi';
  document.getElementById('top').replaceChildren(
    h('div', { class: 'bar' },
      h('a', { href: '/', class: 'brand' },
        h('img', { src: '/mark.svg', alt: '', width: '36', height: '36' }),
        h('span', {}, h('strong', {}, t('name')), h('small', {}, t('subtitle')))),
      h('div', { class: 'tools' },
        h('button', { type: 'button', class: 'plain', lang: other, onclick: () => change(other) }, other === 'en' ? 'English' : 'Tiếng Việt'),
        isLoggedIn()
          ? h('button', { type: 'button', class: 'plain', onclick: leave }, t('logout'))
          : h('button', { type: 'button', class: 'plain', onclick: () => logIn({ returnTo: location.pathname }) }, t('login')))),
    h('nav', { 'aria-label': t('nav.label') },
      h('ul', {}, PLACES.map(([path, key]) => h('li', {},
        h('a', { href: path, 'aria-current': path === place ? 'page' : null }, t(key)))))));
  document.getElementById('foot').replaceChildren(
    h('p', {}, isLoggedIn() && personName() ? `${t('foot.person', { name: personName() })} ` : '', t('foot.text')));
}

/** Nothing of the person stays on the page, in its address or behind it: the browser may keep a page that was left. */
function leave() {
  wipe();
  logOut();
}

function wipe() {
  empty();
  history.replaceState(null, '', '/');
}

function empty() {
  stop?.();
  stop = null;
  shown++;
  document.title = t('name');
  for (const id of ['main', 'top', 'foot', 'said']) document.getElementById(id).replaceChildren();
}

async function change(language) {
  rememberLanguage(language);
  await useLanguage(language);
  say(t('language.changed'));
  await show({ focus: false });
}

document.addEventListener('click', event => {
  if (event.target.closest?.('#skip')) {
    // Another fragment would be another address, and the view be built anew without what was typed.
    event.preventDefault();
    main.focus();
    return;
  }
  const link = event.target.closest?.('a[href^="/"]');
  if (link && !link.hasAttribute('download') && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
    event.preventDefault();
    go(link.getAttribute('href'));
  }
});
addEventListener('popstate', () => show());
onLoggedOutElsewhere(() => {
  wipe();
  location.replace('/');
});
// A page that was left may be kept whole by the browser, memory included, and come back with Back: whoever sits there now is
// somebody else, for all we know. It is emptied as it is left, and loaded anew when it comes back.
let wiped = false;
addEventListener('pagehide', () => {
  if (isLoggedIn()) {
    wiped = true;
    forget();
    empty();
  }
});
addEventListener('pageshow', event => {
  if (event.persisted && wiped) location.reload();
});

async function begin() {
  await useLanguage(rememberedLanguage());
  try {
    await loadConfig();
    const returnTo = await completeLogIn();
    if (returnTo) history.replaceState(null, '', returnTo);
    await show({ focus: Boolean(returnTo) });
  } catch (fault) {
    frame();
    const failed = fault.message === 'log-in';
    paint({
      title: t(failed ? 'login.failed.title' : 'fault.title'),
      content: [
        h('p', {}, t(failed ? 'login.failed.text' : 'fault.text')),
        failed ? h('button', { type: 'button', class: 'main', onclick: () => logIn({ returnTo: '/' }) }, t('login')) : null,
      ],
    }, true);
  }
}

begin();
