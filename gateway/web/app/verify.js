import { h, icon, say } from './dom.js';
import { call, Problem } from './api.js';
import { day, moment, t } from './text.js';
import { facts, field, problemBox, select, showErrors } from './parts.js';

const LARGEST = 5 * 1024 * 1024;
const FIELDS = {
  '/code': 'code', '/dossierCode': 'dossier', '/fullName': 'name', '/birthDate': 'birth', '/sex': 'sex', '/documentNumber': 'number',
};

/** Anybody checks a certificate: the file itself, or the paper by its code and five fields. The code comes in the fragment, which no server sees. */
export async function verify() {
  const code = decodeURIComponent(location.hash.slice(1)).replace(/[^\w.~-]/g, '').slice(0, 200);
  if (code) history.replaceState(null, '', location.pathname);
  const answer = h('div', { class: 'answer', 'aria-live': 'polite' });
  return {
    title: t('verify.title'),
    lead: t('verify.lead'),
    content: [
      answer,
      code ? [byFields(code, answer), byFile(answer)] : [byFile(answer), byFields('', answer)],
      h('section', { class: 'plain-text' }, h('h2', {}, t('verify.note.title')), h('p', {}, t('verify.note'))),
    ],
  };
}

function byFile(answer) {
  const mistake = h('p', { class: 'mistake', id: 'file-mistake' });
  const input = h('input', { type: 'file', id: 'file', accept: 'application/pdf,.pdf', required: true, 'aria-describedby': 'file-hint file-mistake' });
  const form = h('form', { novalidate: true, class: 'panel' },
    h('h2', {}, t('verify.file.title')),
    h('div', { class: 'field' },
      h('label', { for: 'file' }, t('verify.file')),
      h('p', { class: 'hint', id: 'file-hint' }, t('verify.file.hint')),
      mistake,
      input),
    h('button', { type: 'submit', class: 'main' }, t('verify.check')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const file = input.files[0];
    mistake.textContent = !file ? t('verify.file.missing') : file.size > LARGEST ? t('verify.file.large') : '';
    if (mistake.textContent) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      return;
    }
    input.removeAttribute('aria-invalid');
    ask(form, answer, () => call('/judicial-cert/verifications', { method: 'POST', body: file, type: 'application/pdf', anonymous: true }), showProblem(answer));
  });
  return form;
}

function byFields(code, answer) {
  const summary = h('div', {});
  const form = h('form', { novalidate: true, class: 'panel', autocomplete: 'off' },
    h('h2', {}, t('verify.fields.title')),
    h('p', { class: 'hint' }, t('verify.fields.hint')),
    summary,
    field('code', t('verify.code'), { required: true, value: code, autocapitalize: 'none', spellcheck: 'false', maxlength: 200 }, t('verify.code.hint')),
    field('dossier', t('verify.dossier'), { required: true, spellcheck: 'false', maxlength: 40 }, t('verify.dossier.hint')),
    field('name', t('verify.name'), { required: true, maxlength: 120 }, t('verify.name.hint')),
    h('div', { class: 'pair' },
      field('birth', t('verify.birth'), { required: true, inputmode: 'numeric', placeholder: 'dd/mm/yyyy', maxlength: 10 }),
      select('sex', t('verify.sex'), [['', t('choose')], ['MALE', t('sex.MALE')], ['FEMALE', t('sex.FEMALE')], ['UNDETERMINED', t('sex.UNDETERMINED')]], { required: true })),
    field('number', t('verify.number'), { required: true, spellcheck: 'false', maxlength: 12 }, t('verify.number.hint')),
    h('button', { type: 'submit', class: 'main' }, t('verify.check')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const value = id => form.querySelector(`#${id}`).value.trim();
    const birth = isoDate(value('birth'));
    const errors = [...form.elements]
      .filter(element => element.willValidate && !element.validity.valid)
      .map(element => ({ pointer: Object.keys(FIELDS).find(pointer => FIELDS[pointer] === element.id), message: t('form.missing', { field: form.querySelector(`label[for="${element.id}"]`).firstChild.textContent }) }));
    if (value('birth') && !birth) errors.push({ pointer: '/birthDate', message: t('verify.birth.wrong') });
    if (errors.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors }), FIELDS);
      return;
    }
    const json = {
      code: value('code'), dossierCode: value('dossier'), fullName: value('name'), birthDate: birth, sex: value('sex'), documentNumber: value('number'),
    };
    summary.replaceChildren();
    ask(form, answer, () => call('/judicial-cert/verifications/by-fields', { method: 'POST', json, anonymous: true }), fault => {
      if (fault instanceof Problem) showErrors(form, summary, fault, FIELDS);
      else showProblem(answer)(fault);
    });
  });
  return form;
}

/** dd/MM/yyyy, as printed on the certificate, to what the service reads; empty when it is no date. */
function isoDate(text) {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts) return '';
  const [, dayOfMonth, month, year] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : '';
}

async function ask(form, answer, question, failed) {
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  answer.replaceChildren();
  say(t('verify.checking'));
  try {
    const { data } = await question();
    answer.replaceChildren(verdict(data, form.querySelector('#code') !== null));
    answer.firstElementChild.focus();
  } catch (fault) {
    failed(fault);
  } finally {
    button.disabled = false;
  }
}

function showProblem(answer) {
  return fault => {
    answer.replaceChildren(problemBox(fault instanceof Problem ? fault : null));
    answer.scrollIntoView({ block: 'center' });
  };
}

const VERDICTS = { VALID: ['good', 'good'], ALTERED: ['bad', 'bad'], UNKNOWN: ['unknown', 'unsure'] };

function verdict({ result, certificate }, byPaper) {
  const [sign, kind] = VERDICTS[result] ?? VERDICTS.UNKNOWN;
  const key = result in VERDICTS ? result : 'UNKNOWN';
  return h('section', { class: `box verdict ${kind}`, tabindex: '-1', 'aria-labelledby': 'verdict' },
    icon(sign, true),
    h('div', {},
      h('h2', { id: 'verdict' }, t(`verdict.${key}`)),
      h('p', {}, t(byPaper && key === 'VALID' ? 'verdict.paper' : `verdict.${key}.text`)),
      certificate ? facts(
        [t('verdict.number'), certificate.number],
        [t('verdict.kind'), t(`kind.${certificate.kind}`)],
        [t('verdict.agency'), certificate.agency?.name ?? certificate.agency],
        [t('verdict.issued'), day(certificate.issuedAt)]) : null,
      h('p', { class: 'small' }, t('verdict.at', { moment: moment(new Date().toISOString()) }))));
}
