// Lists that a service hands out page by page.

import { h } from './dom.js';
import { call, Problem } from './api.js';
import { t } from './text.js';
import { action, problemBox } from './parts.js';

const LIMIT = 50;

/** One page of a list: its items, and where the next page begins (null at the end). */
export async function page(path, after = null) {
  const { data } = await call(`${path}?limit=${LIMIT}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
  return { items: data.items ?? [], next: data.next ?? null };
}

/** All items, for lists that a person looks through as a whole. */
export async function all(path) {
  const items = [];
  let next = null;
  do {
    const one = await page(path, next);
    items.push(...one.items);
    next = one.next;
  } while (next);
  return items;
}

/**
 * A list with a button that fetches what comes next, until there is no more. The focus goes to the first new item, so that
 * whoever uses a keyboard or a screen reader goes on where the list grew.
 *
 * @param {string} path of the service, without a query
 * @param {string} none the text that stands for an empty list
 * @param {(item: object) => HTMLElement} line makes a `li`
 */
export async function growing(path, none, line) {
  const first = await page(path);
  if (first.items.length === 0) return [h('p', { class: 'empty' }, none)];
  const list = h('ul', { class: 'list' }, first.items.map(line));
  const foot = h('div', { class: 'row' });
  const wrong = h('div', {});
  let next = first.next;
  const offer = () => foot.replaceChildren(...(next === null ? [] : [action(t('list.more'), async () => {
    const more = await page(path, next);
    const lines = more.items.map(line);
    list.append(...lines);
    next = more.next;
    wrong.replaceChildren();
    offer();
    lines[0]?.setAttribute('tabindex', '-1');
    lines[0]?.focus();
  }, { kind: 'plain-button', failed: fault => wrong.replaceChildren(problemBox(fault instanceof Problem ? fault : null)) })]));
  offer();
  return [list, wrong, foot];
}
