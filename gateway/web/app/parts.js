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
  form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
  form.querySelectorAll('.mistake').forEach(message => { message.textContent = ''; });
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

export const isFinal = status => ['DELIVERED', 'DECLINED', 'WITHDRAWN'].includes(status);

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
