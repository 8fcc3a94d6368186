// Parts that several views are made of.

import { h, icon } from './dom.js';
import { known, t } from './text.js';

/** What went wrong, in the service's own words. */
export function problemBox(problem) {
  const title = problem?.body.title ?? t('fault.title');
  const detail = problem?.body.detail ?? (problem ? '' : t('fault.text'));
  return h('div', { class: 'box bad', role: 'alert' },
    icon('bad'),
    h('div', {},
      h('p', { class: 'strong' }, title),
      detail ? h('p', {}, detail) : null,
      problem?.body.incident ? h('p', { class: 'small' }, t('fault.incident', { incident: problem.body.incident })) : null));
}

/**
 * What has to be mended in a form: a summary that links to the fields, and the message at each field (WCAG 3.3.1).
 * `fields` maps a pointer to the id of its field.
 */
export function showErrors(form, summary, problem, fields) {
  clearErrors(form, summary);
  const errors = problem.body.errors ?? [];
  if (errors.length === 0) {
    summary.replaceChildren(problemBox(problem));
  } else {
    summary.replaceChildren(h('div', { class: 'box bad', role: 'alert', tabindex: '-1' },
      icon('bad'),
      h('div', {},
        h('p', { class: 'strong' }, problem.body.title),
        h('ul', {}, errors.map(error => {
          const id = fields[error.pointer];
          const field = id && form.querySelector(`#${id}`);
          if (field) {
            field.setAttribute('aria-invalid', 'true');
            const place = form.querySelector(`#${id}-mistake`);
            if (place) place.textContent = error.message;
          }
          return h('li', {}, field
            ? h('a', { href: `#${id}`, onclick: event => { event.preventDefault(); field.focus(); } }, error.message)
            : error.message);
        })))));
  }
  summary.firstElementChild.setAttribute('tabindex', '-1');
  summary.firstElementChild.focus();
}

/** Nothing is wrong as far as is known. */
export function clearErrors(form, summary) {
  summary.replaceChildren();
  form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
  form.querySelectorAll('.mistake').forEach(message => { message.textContent = ''; });
}

/** What the browser already knows to be missing, told in the same way as what a service refuses. */
export function missingFields(form, fields) {
  const pointers = Object.fromEntries(Object.entries(fields).map(([pointer, id]) => [id, pointer]));
  return [...form.elements]
    .filter(element => element.willValidate && !element.validity.valid)
    .map(element => ({
      pointer: pointers[element.id],
      message: t(element.validity.valueMissing ? 'form.missing' : 'form.wrong', { field: labelOf(form, element) }),
    }));
}

function labelOf(form, element) {
  return form.querySelector(`label[for="${element.id}"]`).firstChild.textContent;
}

/** A labelled field; `hint` and mistakes are tied to it for whoever listens. */
export function field(id, label, attributes = {}, hint = null) {
  const described = [hint ? `${id}-hint` : null, `${id}-mistake`].filter(Boolean).join(' ');
  return h('div', { class: 'field' },
    h('label', { for: id }, label, attributes.required ? null : h('span', { class: 'small' }, ` (${t('optional')})`)),
    hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null,
    h('p', { class: 'mistake', id: `${id}-mistake` }),
    h('input', { id, name: id, type: 'text', 'aria-describedby': described, ...attributes }));
}

export function select(id, label, options, attributes = {}) {
  return h('div', { class: 'field' },
    h('label', { for: id }, label),
    h('p', { class: 'mistake', id: `${id}-mistake` }),
    h('select', { id, name: id, 'aria-describedby': `${id}-mistake`, ...attributes },
      options.map(([value, text, chosen]) => h('option', { value, selected: Boolean(chosen) }, text))));
}

export function check(type, name, value, label, attributes = {}, hint = null) {
  const id = `${name}-${value}`;
  return h('div', { class: 'choice' },
    h('input', { type, name, value, id, 'aria-describedby': hint ? `${id}-hint` : null, ...attributes }),
    h('div', {},
      h('label', { for: id }, label),
      hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null));
}

/** Facts as a list of name and value; what is not known is left out. */
export function facts(...pairs) {
  return h('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

const STANDING = {
  FEE_DUE: ['wait', 'due'], PAID: ['wait', 'open'], CHECKING: ['wait', 'open'], ACCEPTED: ['wait', 'open'], REFERRED: ['wait', 'open'],
  SIGNING: ['wait', 'open'], ISSUED: ['good', 'done'], DELIVERED: ['good', 'done'], DECLINED: ['bad', 'ended'], WITHDRAWN: ['unknown', 'ended'],
  SUPERSEDED: ['unknown', 'ended'], REVOKED: ['bad', 'ended'], STOPPED: ['unknown', 'ended'],
  OPEN: ['good', 'done'], ENDED: ['wait', 'open'], EXPIRED: ['wait', 'open'], USED_UP: ['wait', 'open'], LOCKED: ['bad', 'ended'],
  INTEGRATED: ['good', 'done'], NOT_INTEGRATED: ['unknown', 'open'], HELD: ['wait', 'due'], PENDING: ['wait', 'due'],
};

/** A state by colour, sign and word, never by colour alone. */
export function standing(status, text = null) {
  const [sign, kind] = STANDING[status] ?? ['unknown', 'open'];
  return h('span', { class: `standing ${kind}` }, icon(sign), h('span', {}, text ?? statusText(status)));
}

export function statusText(status) {
  const key = `status.${status}`;
  return known(key) ? t(key) : status;
}

/** Whether a certificate counts, in words. */
export function standingText(of) {
  const key = `standing.${of}`;
  return known(key) ? t(key) : of;
}

export const isFinal = status => ['DELIVERED', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED', 'REVOKED', 'STOPPED'].includes(status);

/** A button that can be pressed once at a time; what it does may fail with a Problem, which goes to `failed`. */
export function action(label, work, { kind = 'main', failed } = {}) {
  const button = h('button', {
    type: 'button', class: kind,
    onclick: async () => {
      button.disabled = true;
      button.setAttribute('aria-busy', 'true');
      try {
        await work();
      } catch (fault) {
        failed(fault);
      } finally {
        button.disabled = false;
        button.removeAttribute('aria-busy');
      }
    },
  }, label);
  return button;
}

export function sexText(sex) {
  const key = `sex.${sex}`;
  return known(key) ? t(key) : sex ?? '';
}

/** Hands a file to the browser to be kept. */
export function save(file, name) {
  const address = URL.createObjectURL(file);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A text to be copied, and the button that does it. */
export function copyable(id, label, text) {
  const said = h('span', { class: 'small', role: 'status' });
  const input = h('input', { id, type: 'text', readonly: true, value: text, onfocus: event => event.target.select() });
  return h('div', { class: 'field' },
    h('label', { for: id }, label),
    input,
    h('div', { class: 'row' },
      h('button', {
        type: 'button',
        onclick: async () => {
          try {
            await navigator.clipboard.writeText(text);
            said.textContent = t('copied');
          } catch {
            // Not every browser lets a page write there: then it is chosen, and copied by hand.
            input.focus();
          }
        },
      }, t('copy')),
      said));
}
