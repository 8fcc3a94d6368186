import { h, icon, say } from './dom.js';
import { call, Problem } from './api.js';
import { currentLanguage, day, isoDay, moment, t } from './text.js';
import { action, facts, field, missingFields, problemBox, save, select, showErrors } from './parts.js';

const LARGEST = 5 * 1024 * 1024;
const FIELDS = {
  '/code': 'code', '/dossierCode': 'dossier', '/fullName': 'name', '/birthDate': 'birth', '/sex': 'sex', '/documentNumber': 'number',
};

/**
 * Anybody checks a certificate: the file itself, or the paper by its QR code, or by its code and five fields. What the QR code says
 * comes in the fragment, which no server sees, and is taken out of the address at once.
 */
export async function verify() {
  const qr = decodeURIComponent(location.hash.slice(1)).replace(/[^\w.~-]/g, '').slice(0, 4096);
  const [code, seal] = qr.split('.', 2);
  if (qr) history.replaceState(null, '', location.pathname);
  const answer = h('div', { class: 'answer', 'aria-live': 'polite' });
  const terms = await termsOf();
  // What is shown is about what was chosen: any other choice takes it away, also when it is still being asked for.
  terms.addEventListener('input', () => clear(answer));
  if (seal) byQr(qr, terms, answer);
  return {
    title: t('verify.title'),
    lead: t('verify.lead'),
    content: [
      answer,
      terms,
      code ? [byFields(code, terms, answer), byFile(terms, answer)] : [byFile(terms, answer), byFields('', terms, answer)],
      h('section', { class: 'plain-text' }, h('h2', {}, t('verify.note.title')), h('p', {}, t('verify.note'))),
    ],
  };
}

/** What it is shown for, and what the asker calls the check: both may be left out. */
async function termsOf() {
  let purposes = [];
  try {
    purposes = (await call('/judicial-cert/verification-material/purposes', { anonymous: true })).data ?? [];
  } catch {
    // Without the list no purpose can be chosen; everything else can be checked.
  }
  const name = purpose => (currentLanguage() === 'en' ? purpose.nameEn : purpose.nameVi);
  return h('form', { class: 'panel terms', novalidate: true, onsubmit: event => event.preventDefault() },
    h('h2', {}, t('verify.terms.title')),
    h('p', { class: 'hint' }, t('verify.terms.hint')),
    select('purpose', t('verify.purpose'), [['', t('verify.purpose.any')],
      ...purposes.map(purpose => [purpose.code, t('verify.purpose.term', { name: name(purpose), amount: purpose.amount, unit: t(`unit.${purpose.unit}`) })])]),
    field('reference', t('verify.reference'), { spellcheck: 'false', maxlength: 64 }, t('verify.reference.hint')));
}

const turns = new WeakMap();

/** Takes the verdict away, and those that have not come yet. Answers the turn of whoever asks next. */
function clear(answer) {
  const turn = (turns.get(answer) ?? 0) + 1;
  turns.set(answer, turn);
  answer.replaceChildren();
  return turn;
}

/** The terms as the service takes them. */
function query(terms) {
  const chosen = new URLSearchParams();
  for (const name of ['purpose', 'reference']) {
    const value = terms.querySelector(`#${name}`).value.trim();
    if (value) chosen.set(name, value);
  }
  return chosen.size > 0 ? `?${chosen}` : '';
}

/** The paper whose QR code led here, at once. */
async function byQr(text, terms, answer) {
  const turn = clear(answer);
  try {
    const { data } = await call(`/judicial-cert/verifications/by-qr${query(terms)}`, { method: 'POST', json: { text }, anonymous: true });
    if (turn !== turns.get(answer)) return;
    answer.replaceChildren(verdict(data, true, t('verdict.about.code', { code: text.split('.', 1)[0] })));
    answer.firstElementChild.focus();
  } catch (fault) {
    if (turn === turns.get(answer)) showProblem(answer)(fault);
  }
}

/**
 * Of a genuine file only the digest leaves the device. What the register does not know by its digest is sent to be looked into.
 * Outside a secure context (an http address other than this device's) browsers make no digests: then the file is sent at once.
 */
async function checkFile(file, terms) {
  if (crypto.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      .reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '');
    const known = await call(`/judicial-cert/verifications/documents/${digest}${terms}`, { anonymous: true });
    if (known.data.certificate) return known;
  }
  return call(`/judicial-cert/verifications${terms}`, { method: 'POST', body: file, type: 'application/pdf', anonymous: true });
}

function byFile(terms, answer) {
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
  input.addEventListener('change', () => clear(answer));
  form.addEventListener('submit', event => {
    event.preventDefault();
    clear(answer);
    const file = input.files[0];
    mistake.textContent = !file ? t('verify.file.missing') : file.size > LARGEST ? t('verify.file.large') : '';
    if (mistake.textContent) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      return;
    }
    input.removeAttribute('aria-invalid');
    ask(form, answer, t('verdict.about.file', { name: file.name }), () => checkFile(file, query(terms)), showProblem(answer));
  });
  return form;
}

function byFields(code, terms, answer) {
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
  form.addEventListener('input', () => clear(answer));
  form.addEventListener('submit', event => {
    event.preventDefault();
    clear(answer);
    const value = id => form.querySelector(`#${id}`).value.trim();
    const birth = isoDay(value('birth'));
    const errors = missingFields(form, FIELDS);
    if (value('birth') && !birth) errors.push({ pointer: '/birthDate', message: t('verify.birth.wrong') });
    if (errors.length > 0) {
      showErrors(form, summary, new Problem(422, { title: t('form.mend'), errors }), FIELDS);
      return;
    }
    const json = {
      code: value('code'), dossierCode: value('dossier'), fullName: value('name'), birthDate: birth, sex: value('sex'), documentNumber: value('number'),
    };
    summary.replaceChildren();
    ask(form, answer, t('verdict.about.code', { code: json.code }), () => call(`/judicial-cert/verifications/by-fields${query(terms)}`, { method: 'POST', json, anonymous: true }), fault => {
      if (fault instanceof Problem) showErrors(form, summary, fault, FIELDS);
      else showProblem(answer)(fault);
    });
  });
  return form;
}

/** `about` names what is asked about: the file, or the code on the paper. */
async function ask(form, answer, about, question, failed) {
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  const turn = clear(answer);
  say(t('verify.checking'));
  try {
    const { data } = await question();
    if (turn !== turns.get(answer)) return;
    answer.replaceChildren(verdict(data, form.querySelector('#code') !== null, about));
    answer.firstElementChild.focus();
  } catch (fault) {
    if (turn === turns.get(answer)) failed(fault);
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

const VERDICTS = {
  VALID: ['good', 'good'],
  REVOKED: ['bad', 'bad'],
  SUPERSEDED: ['bad', 'bad'],
  EXPIRED_FOR_PURPOSE: ['wait', 'unsure'],
  ALTERED: ['bad', 'bad'],
  UNKNOWN_ISSUER: ['bad', 'bad'],
  NOT_IN_LOG: ['bad', 'bad'],
  STATUS_UNDETERMINED: ['unknown', 'unsure'],
  UNKNOWN: ['unknown', 'unsure'],
};

function verdict({ result, certificate, ended, lastDay, paper, receipt }, byPaper, about) {
  const [sign, kind] = VERDICTS[result] ?? VERDICTS.UNKNOWN;
  const key = result in VERDICTS ? result : 'UNKNOWN';
  return h('section', { class: `box verdict ${kind}`, tabindex: '-1', 'aria-labelledby': 'verdict' },
    icon(sign, true),
    h('div', {},
      h('h2', { id: 'verdict' }, t(`verdict.${key}`)),
      h('p', { class: 'strong about' }, about),
      h('p', {}, t(byPaper && key === 'VALID' && !paper ? 'verdict.paper' : `verdict.${key}.text`)),
      certificate ? facts(
        [t('verdict.number'), certificate.number],
        [t('verdict.kind'), t(`kind.${certificate.kind}`)],
        [t('verdict.agency'), certificate.agency?.name ?? certificate.agency],
        [t('verdict.issued'), day(certificate.issuedAt)],
        [t('verdict.ended'), ended ? day(ended.since) : null],
        [t('verdict.lastDay'), lastDay ? day(lastDay) : null]) : null,
      paper ? onPaper(paper) : null,
      receipt ? h('p', {}, action(t('verdict.receipt'), async () => save(new Blob([receipt], { type: 'application/jose' }), 'receipt.jws'))) : null,
      h('p', { class: 'small' }, t('verdict.at', { moment: moment(new Date().toISOString()) }))));
}

/** What stands on the page, if it is the page that was issued. */
function onPaper(paper) {
  return h('div', {},
    h('h3', {}, t('verdict.compare')),
    facts(
      [t('verdict.number'), paper.number],
      [t('verify.name'), paper.fullName],
      [t('verify.birth'), day(paper.birthDate)],
      [t('verdict.numberEnd'), paper.numberEnd],
      [t('verdict.issued'), day(paper.issuedOn)],
      [t('verdict.judgments'), paper.judgments === 0 ? t('verdict.judgments.none') : String(paper.judgments)]));
}
