// The two dictionaries. Only the chosen one is fetched; a test holds that both have the same keys.

const KEY = 'hoso.language';
let language = 'vi';
let texts = {};

export const languages = ['vi', 'en'];

export function currentLanguage() {
  return language;
}

export async function useLanguage(chosen) {
  language = languages.includes(chosen) ? chosen : 'vi';
  texts = await (await fetch(`/text/${language}.json`)).json();
  document.documentElement.lang = language;
}

export function rememberedLanguage() {
  return localStorage.getItem(KEY) ?? 'vi';
}

export function rememberLanguage(chosen) {
  localStorage.setItem(KEY, chosen);
}

/** The text of a key, `{name}` filled from `values`. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function known(key) {
  return key in texts;
}

/** The act a rule stands in (`TT16-2025/standard` is of Circular 16/2025), in words; null when it has none: no code is shown. */
export function legalBasis(rule) {
  const key = `basis.${String(rule).split('/')[0]}`;
  return known(key) ? t(key) : null;
}

const ZONE = 'Asia/Ho_Chi_Minh';

/** dd/MM/yyyy, as every Vietnamese document has it. A birth date may be only a year. */
export function day(value) {
  if (!value) return '';
  const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (plain) return plain.slice(1).filter(Boolean).reverse().join('/');
  return format(value, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** dd/MM/yyyy, as typed, to what a service reads; empty when it is no date. */
export function isoDay(text) {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts) return '';
  const [, dayOfMonth, month, year] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : '';
}

export function moment(value) {
  if (!value) return '';
  return `${format(value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}, ${day(value)}`;
}

export function precise(value) {
  if (!value) return '';
  return `${format(value, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}, ${day(value)}`;
}

function format(value, options) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options }).format(new Date(value));
}

/** 200.000 đ */
export function money(amount) {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
}
