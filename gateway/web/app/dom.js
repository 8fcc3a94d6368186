// Builds elements, never markup from text: the content security policy forbids anything else.

const SVG = 'http://www.w3.org/2000/svg';

/** h('p', {class: 'note'}, 'text', otherElement). `on…` are listeners, true/false set or leave out an attribute. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const ICONS = {
  good: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.6 14.4-4-4 1.5-1.5 2.5 2.5 5.7-5.7 1.5 1.5z',
  bad: 'M12 2 1.5 21h21zm-1 7h2v6h-2zm0 8h2v2h-2z',
  unknown: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1 15h2v2h-2zm1-12a4 4 0 0 0-4 4h2a2 2 0 1 1 3.4 1.4C12 12 11 12.700 11 15h2c0-1.400.6-1.900 1.600-2.900A4 4 0 0 0 12 5z',
  wait: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm-1 3v6l5 3 1-1.600-4-2.400V7z',
  health: 'M12 21 4 13a5.500 5.500 0 0 1 8-7.500A5.500 5.500 0 0 1 20 13zM6 11h3l1.500-3 2.500 6 1.500-3h3.500',
  paper: 'M6 2h9l5 5v15H6zm8 1.500V8h4.500zM9 12h8v1.500H9zm0 3.500h8V17H9z',
  letter: 'M2 5h20v14H2zm2 2v.600l8 5.200 8-5.200V7zm16 3-8 5.200L4 10v7h16z',
  check: 'M10 2a8 8 0 1 0 4.900 14.300l5.400 5.400 1.400-1.400-5.400-5.400A8 8 0 0 0 10 2zm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm-.8 8.800 4.400-4.400-1.200-1.200-3.200 3.200-1.400-1.400-1.200 1.200z',
};

/** Decoration only: what it says is always said in text beside it. */
export function icon(name, big = false) {
  return svg('svg', { viewBox: '0 0 24 24', class: big ? 'icon big' : 'icon', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: ICONS[name], 'fill-rule': 'evenodd' }));
}

/** Told to a screen reader, seen by nobody. */
export function say(text) {
  const said = document.getElementById('said');
  said.textContent = '';
  setTimeout(() => { said.textContent = text; }, 50);
}
