import { h, say } from './dom.js';
import { call, Problem } from './api.js';
import { day, isoDay, known, legalBasis, money, t } from './text.js';
import { check, facts, field, missingFields, problemBox, sexText, showErrors } from './parts.js';

const FIELDS = {
  '/about/relation': 'about-SELF', '/about/personalNumber': 'about-number', '/about/fullName': 'about-name', '/about/birthDate': 'about-birth',
  '/kind': 'kind-NO_1', '/purpose': 'purpose', '/banInformation': 'ban-no', '/copies': 'copies', '/declared': 'declared-yes',
  '/delivery': 'email-yes', '/delivery/email': 'email-yes', '/delivery/post': 'post-yes',
  '/delivery/post/recipient': 'recipient', '/delivery/post/phone': 'phone', '/delivery/post/line': 'line',
  '/delivery/post/communeCode': 'commune', '/delivery/post/provinceCode': 'province', '/delivery/post/text': 'address',
};

const RELATIONS = ['SELF', 'CHILD', 'WARD', 'SPOUSE', 'PARENT'];

/** The request form. What the population register knows is filled in and cannot be changed here. */
export async function newRequest(go) {
  const { data } = await call('/judicial-cert/certificate-requests/form');
  const person = data.person;
  // One key until the service has decided: pressing twice, or again after a lost answer, is one request.
  let key = crypto.randomUUID();
  const summary = h('div', {});
  const home = person.permanentAddress;
  const postal = h('fieldset', { class: 'inner', id: 'postal', hidden: true, disabled: true },
    h('legend', {}, t('form.post.address')),
    field('recipient', t('form.recipient'), { required: true, value: person.fullName, autocomplete: 'name', maxlength: 120 }),
    field('phone', t('form.phone'), { required: true, type: 'tel', autocomplete: 'tel', inputmode: 'tel', maxlength: 20 }),
    field('line', t('form.line'), { required: true, value: home?.line, autocomplete: 'address-line1', maxlength: 200 }),
    field('address', t('form.address'), { required: true, value: home?.text, autocomplete: 'street-address', maxlength: 300 }, t('form.address.hint')),
    h('div', { class: 'pair' },
      field('commune', t('form.commune'), { required: true, value: home?.communeCode, inputmode: 'numeric', pattern: '[0-9]{5}', maxlength: 5 }, t('form.commune.hint')),
      field('province', t('form.province'), { required: true, value: home?.provinceCode, inputmode: 'numeric', pattern: '[0-9]{2}', maxlength: 2 }, t('form.province.hint'))));
  const byPost = check('checkbox', 'post', 'yes', t('form.post'), { 'aria-controls': 'postal' }, t('form.post.hint'));
  byPost.querySelector('input').addEventListener('change', event => {
    postal.hidden = !event.target.checked;
    postal.disabled = !event.target.checked;
    say(t(event.target.checked ? 'form.post.shown' : 'form.post.hidden'));
  });

  const offered = (data.kinds ?? [data.kind]).map(({ code }) => code);
  const self = h('section', {},
    h('h2', {}, t('form.person')),
    h('p', { class: 'hint' }, t('form.person.hint')),
    facts(
      [t('person.name'), person.fullName],
      [t('person.number'), person.personalNumber],
      [t('person.birthDate'), day(person.birthDate)],
      [t('person.sex'), sexText(person.sex)],
      [t('person.birthplace'), person.birthplace],
      [t('person.nationality'), person.nationality],
      [t('person.ethnicity'), person.ethnicity],
      [t('person.address'), home?.text],
      [t('person.father'), person.fatherName],
      [t('person.mother'), person.motherName],
      [t('person.spouse'), person.spouseName]));
  const other = h('fieldset', { class: 'inner', id: 'dependant', hidden: true, disabled: true },
    h('legend', {}, t('form.about.who')),
    h('p', { class: 'hint' }, t('form.about.who.hint')),
    field('about-number', t('person.number'), { required: true, inputmode: 'numeric', autocomplete: 'off', pattern: '[0-9]{12}', maxlength: 12 }, t('form.about.number.hint')),
    field('about-name', t('person.name'), { required: true, autocomplete: 'off', maxlength: 120 }, t('verify.name.hint')),
    field('about-birth', t('person.birthDate'), { required: true, inputmode: 'numeric', autocomplete: 'off', placeholder: 'dd/mm/yyyy', maxlength: 10 }, t('form.about.birth.hint')));
  const about = h('fieldset', {},
    h('legend', {}, t('form.about')),
    RELATIONS.map(relation => check('radio', 'about', relation, t(`form.about.${relation}`), { checked: relation === 'SELF' },
      known(`form.about.${relation}.hint`) ? t(`form.about.${relation}.hint`) : null)),
    other);
  const second = check('radio', 'kind', 'NO_2', t('form.kind.2'), { disabled: !offered.includes('NO_2') }, t(offered.includes('NO_2') ? 'form.kind.2.hint' : 'form.kind.2.closed'));
  const ban = h('fieldset', {},
    h('legend', {}, t('form.ban')),
    h('p', { class: 'hint' }, t('form.ban.hint')),
    check('radio', 'ban', 'no', t('no'), { checked: true }),
    check('radio', 'ban', 'yes', t('yes')));
  const terms = h('section', { class: 'box' });

  const form = h('form', { novalidate: true },
    summary,
    about,
    self,
    h('fieldset', {},
      h('legend', {}, t('form.kind')),
      check('radio', 'kind', 'NO_1', t('form.kind.1'), { checked: true }, t('form.kind.1.hint')),
      second),
    field('purpose', t('form.purpose'), { required: true, list: 'purposes', maxlength: 200, autocomplete: 'off' }, t('form.purpose.hint')),
    h('datalist', { id: 'purposes' }, ['form.purpose.1', 'form.purpose.2', 'form.purpose.3', 'form.purpose.4'].map(purpose => h('option', { value: t(purpose) }))),
    ban,
    h('fieldset', {},
      h('legend', {}, t('form.delivery')),
      h('p', { class: 'hint' }, t('form.delivery.hint')),
      check('checkbox', 'email', 'yes', t('form.email'), { checked: true }, t('form.email.hint')),
      byPost,
      postal,
      field('copies', t('form.copies'), { required: true, type: 'number', min: 1, max: 20, value: '1', inputmode: 'numeric' }, t('form.copies.hint'))),
    terms,
    h('fieldset', {},
      h('legend', {}, t('form.declaration')),
      check('checkbox', 'declared', 'yes', t('form.declared'), { required: true })),
    h('div', { class: 'row' },
      h('button', { type: 'submit', class: 'main' }, t('form.send')),
      h('a', { href: '/certificates', class: 'button' }, t('cancel'))));

  /** Who it is about decides which kinds there are, and who pays what: the register tells that of the asker only. */
  function fit() {
    const relation = form.elements.about.value;
    const isSelf = relation === 'SELF';
    self.hidden = !isSelf;
    other.hidden = isSelf;
    other.disabled = isSelf;
    const isRelative = relation === 'SPOUSE' || relation === 'PARENT';
    const no2 = second.querySelector('input');
    if (offered.includes('NO_2')) {
      no2.disabled = isRelative;
      second.querySelector('.hint').textContent = t(isRelative ? 'form.kind.2.relative' : 'form.kind.2.hint');
    }
    if (no2.disabled && no2.checked) {
      form.querySelector('#kind-NO_1').checked = true;
      say(t('form.kind.2.relative'));
    }
    ban.hidden = no2.checked;
    ban.disabled = no2.checked;
    terms.replaceChildren(h('div', {},
      h('h2', {}, t('form.fee')),
      isSelf
        ? facts(
          [t('form.fee.amount'), h('strong', {}, money(data.fee.amount))],
          [t('form.fee.rule'), legalBasis(data.fee.rule)],
          [t('form.agency'), data.agency?.name],
          [t('form.expected'), data.expectedAt ? day(data.expectedAt) : null])
        : h('p', {}, t('form.fee.other'))));
  }
  form.addEventListener('change', event => {
    if (['about', 'kind'].includes(event.target.name)) fit();
  });
  fit();

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const send = form.querySelector('button[type=submit]');
    const missing = missingFields(form, FIELDS);
    const birth = form.querySelector('#about-birth');
    if (!other.disabled && birth.value.trim() && !isoDay(birth.value.trim())) {
      missing.push({ pointer: '/about/birthDate', message: t('verify.birth.wrong') });
    }
    if (missing.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors: missing }), FIELDS);
      return;
    }
    send.disabled = true;
    say(t('wait'));
    try {
      const { data: request } = await call('/judicial-cert/certificate-requests', { method: 'POST', key, json: read(form, data) });
      go(`/certificates/${request.requestId}`);
    } catch (fault) {
      if (fault instanceof Problem) {
        // Refused, so what is sent next is another request; with 0 or 5xx nobody knows, so it is the same one.
        if (fault.status >= 400 && fault.status < 500) key = crypto.randomUUID();
        showErrors(form, summary, fault, FIELDS);
      } else {
        summary.replaceChildren(problemBox(null));
      }
    } finally {
      send.disabled = false;
    }
  });
  return { title: t('form.title'), lead: t('form.lead'), content: form };
}

function read(form, { fee }) {
  const value = id => form.querySelector(`#${id}`).value.trim();
  const ticked = id => form.querySelector(`#${id}`).checked;
  const relation = form.elements.about.value;
  const kind = form.elements.kind.value;
  return {
    kind,
    purpose: value('purpose'),
    banInformation: kind === 'NO_1' && ticked('ban-yes'),
    copies: Number(value('copies')),
    delivery: {
      email: ticked('email-yes'),
      post: ticked('post-yes') ? {
        recipient: value('recipient'), phone: value('phone'), line: value('line'),
        communeCode: value('commune'), provinceCode: value('province'), text: value('address'),
      } : null,
    },
    // What was shown is what is asked for. The category of somebody else is not known here.
    feeCategory: relation === 'SELF' ? fee.category : 'STANDARD',
    about: relation === 'SELF' ? null : {
      relation, personalNumber: value('about-number'), fullName: value('about-name'), birthDate: isoDay(value('about-birth')),
    },
    declared: ticked('declared-yes'),
  };
}
