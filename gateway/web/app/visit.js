import { h, icon } from './dom.js';
import { call, Problem } from './api.js';
import { day, moment, t } from './text.js';
import { action, facts, problemBox } from './parts.js';

/** One visit as its facility told it. */
export async function visit(id) {
  const path = `/health-record/records/me/visits/${id}`;
  const { data } = await call(path);
  const told = h('div', {});
  return {
    title: t('visit.title', { day: day(data.admittedAt) }),
    content: [
      h('p', {}, h('a', { href: '/record' }, t('visit.back'))),
      facts(
        [t('visit.facility'), data.facility],
        [t('visit.care'), t(`care.${data.careKind}`)],
        [t('visit.from'), moment(data.admittedAt)],
        [t('visit.to'), moment(data.dischargedAt)],
        [t('visit.outcome'), data.outcome ? t(`outcome.${data.outcome}`) : null],
        [t('visit.reason'), data.reason],
        [t('visit.treatment'), data.treatment],
        [t('visit.advice'), data.advice]),
      part('visit.diagnoses', data.diagnoses, one => [
        h('strong', {}, [one.text, one.code ? `(${one.code})` : null].filter(Boolean).join(' ')),
        one.main ? h('span', { class: 'tag' }, t('visit.main')) : null]),
      part('visit.drugs', data.drugs, one => [
        h('strong', {}, [one.name, one.strength].filter(Boolean).join(' ')),
        line([one.quantity, one.unit].filter(Boolean).join(' ')), line(one.dose), line(one.directions)]),
      part('visit.tests', data.tests, one => [
        h('strong', {}, one.name ?? one.code), line([one.value, one.unit].filter(Boolean).join(' ')),
        line(one.description), line(one.conclusion), line(moment(one.at))]),
      part('visit.services', data.services, one => [h('strong', {}, one.name ?? one.code), line(one.quantity ? t('visit.quantity', { quantity: one.quantity }) : null)]),
      part('visit.progress', data.progress, one => [line(moment(one.at)), line(one.text), vital(one.vitalSigns)]),
      part('visit.again', data.reexaminations, one => [h('strong', {}, day(one.on)), line(one.slip ? t('visit.slip', { slip: one.slip }) : null)]),
      data.referral ? h('section', {}, h('h2', {}, t('visit.referral')), facts(
        [t('visit.referral.number'), data.referral.number],
        [t('visit.referral.to'), data.referral.toFacility],
        [t('visit.referral.diagnosis'), data.referral.diagnosis],
        [t('visit.referral.direction'), data.referral.direction])) : null,
      h('section', {},
        h('h2', {}, t('visit.document')),
        data.document?.available === false
          ? h('p', { class: 'hint' }, icon('unknown'), ' ', t('visit.document.kept'))
          : [
            h('p', { class: 'hint' }, t('visit.document.hint')),
            action(t('visit.document.download'), async () => {
              const { data: blob } = await call(`${path}/document`, { as: 'blob' });
              const address = URL.createObjectURL(blob);
              h('a', { href: address, download: `${id}.${data.document?.mediaType?.includes('json') ? 'json' : 'xml'}` }).click();
              setTimeout(() => URL.revokeObjectURL(address), 60_000);
            }, { kind: 'plain-button', failed: fault => told.replaceChildren(problemBox(fault instanceof Problem ? fault : null)) }),
            told]),
    ],
  };
}

function part(key, items, content) {
  if (!items || items.length === 0) return null;
  return h('section', {}, h('h2', {}, t(key)), h('ul', { class: 'entries' }, items.map(item => h('li', {}, content(item)))));
}

function line(text) {
  return text ? h('span', { class: 'entry-line' }, text) : null;
}

const SIGNS = [['pulse', '/min'], ['temperature', '°C'], ['respiration', '/min'], ['oxygen', '%']];

function vital(signs) {
  if (!signs) return null;
  const told = SIGNS.filter(([name]) => signs[name] != null).map(([name, unit]) => `${t(`vital.${name}`)} ${signs[name]} ${unit}`);
  if (signs.systolic != null) told.push(`${t('vital.pressure')} ${signs.systolic}/${signs.diastolic} mmHg`);
  return line(told.join(' · '));
}
