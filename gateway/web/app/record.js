import { h, icon, say } from './dom.js';
import { call, Problem } from './api.js';
import { page } from './pages.js';
import { day, moment, t } from './text.js';
import { action, facts, problemBox, sexText, standing } from './parts.js';

const VISITS = '/health-record/records/me/visits';
const TABS = ['history', 'person', 'referrals', 'slips'];

/** The electronic health book: integrated once, then the history, newest visit first. */
export async function record(go) {
  const { data } = await call('/health-record/records/me');
  return {
    title: t('record.title'),
    lead: t('record.lead'),
    content: data.status === 'INTEGRATED' ? await book(data) : integration(data, go),
  };
}

function integration(data, go) {
  const told = h('div', {});
  // One key for this page: pressing twice is one integration.
  const key = crypto.randomUUID();
  return [
    h('p', {}, standing(data.status)),
    h('section', { class: 'box' },
      icon('health', true),
      h('div', {},
        h('h2', {}, t('integrate.title')),
        h('p', {}, t('integrate.text')),
        h('ul', {}, ['integrate.1', 'integrate.2', 'integrate.3'].map(line => h('li', {}, t(line)))),
        h('div', { class: 'row' }, action(t('integrate.do'), async () => {
          await call('/health-record/records/me/integration', { method: 'POST', key });
          say(t('integrate.done'));
          go('/record');
        }, { failed: fault => told.replaceChildren(problemBox(fault instanceof Problem ? fault : null)) })),
        told)),
  ];
}

async function book(data) {
  const first = await page(VISITS);
  const visits = [...first.items];
  let next = first.next;
  const panel = h('div', { role: 'tabpanel', id: 'panel', tabindex: '0' });
  const tabs = TABS.map(name => h('button', {
    type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel',
    onclick: () => open(name), onkeydown: event => step(event, name),
  }, t(`record.tab.${name}`)));

  async function open(name, focus = false) {
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(TABS[i] === name));
      tab.setAttribute('tabindex', TABS[i] === name ? '0' : '-1');
      if (focus && TABS[i] === name) tab.focus();
    });
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    panel.replaceChildren(h('p', { class: 'waiting' }, t('wait')));
    panel.replaceChildren(...[await PANELS[name](visits, more)].flat().filter(Boolean));
  }

  /** Arrow keys walk the tabs (WAI-ARIA tab pattern). */
  function step(event, name) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
      event.preventDefault();
      open(TABS[(TABS.indexOf(name) + by + TABS.length) % TABS.length], true);
    }
  }

  function more() {
    if (!next) return null;
    return action(t('list.more'), async () => {
      const more = await page(VISITS, next);
      visits.push(...more.items);
      next = more.next;
      await open('history');
    }, { kind: 'plain-button', failed: fault => panel.append(problemBox(fault instanceof Problem ? fault : null)) });
  }

  await open('history');
  return [
    h('p', {}, standing(data.status), ' ', h('span', { class: 'small' }, t('record.since', { moment: moment(data.integratedAt) }))),
    h('div', { role: 'tablist', 'aria-label': t('record.title'), class: 'tabs' }, tabs),
    panel,
    h('p', {}, h('a', { href: '/record-shares', class: 'button' }, t('hshare.title'))),
  ];
}

const PANELS = {
  history: (visits, more) => (visits.length === 0 ? none() : [...years(visits), more()]),
  person,
  referrals: visits => lines(visits.filter(visit => visit.referral), visit => t('record.referred', { day: day(visit.dischargedAt ?? visit.admittedAt) })),
  slips: visits => lines(visits.filter(visit => visit.reexaminations?.length > 0),
    visit => t('record.again', { day: visit.reexaminations.map(one => day(one.on)).join(', ') })),
};

function none() {
  return h('p', { class: 'empty' }, t('record.none'));
}

function years(visits) {
  const groups = new Map();
  for (const visit of visits) {
    const year = day(visit.admittedAt).slice(-4);
    groups.set(year, [...(groups.get(year) ?? []), visit]);
  }
  return [...groups].map(([year, ofYear]) => h('section', {}, h('h2', { class: 'year' }, year), lines(ofYear, diagnosisText)));
}

function lines(visits, text) {
  if (visits.length === 0) return none();
  return h('ul', { class: 'list' }, visits.map(visit => h('li', {},
    h('a', { href: `/record/${visit.visitId}`, class: 'line' },
      h('span', { class: 'line-title' }, text(visit)),
      h('span', { class: 'small' }, `${day(visit.admittedAt)} · ${t(`care.${visit.careKind}`)} · ${t('record.facility', { code: visit.facility })}`)))));
}

function diagnosisText({ mainDiagnosis }) {
  if (!mainDiagnosis) return t('record.no-diagnosis');
  return [mainDiagnosis.text, mainDiagnosis.code ? `(${mainDiagnosis.code})` : null].filter(Boolean).join(' ');
}

async function person() {
  const { data } = await call('/identity/citizens/me');
  return facts(
    [t('person.name'), data.fullName],
    [t('person.number'), data.personalNumber],
    [t('person.birthDate'), day(data.birthDate)],
    [t('person.sex'), sexText(data.sex)],
    [t('person.nationality'), data.nationality],
    [t('person.ethnicity'), data.ethnicity],
    [t('person.address'), data.permanentAddress?.text],
    [t('person.email'), data.contactPoints?.email],
    [t('person.phone'), data.contactPoints?.phone]);
}
