// QR code (ISO/IEC 18004) of a text: byte mode, error correction M, versions 1 to 15. The best of the eight masks is chosen.

import { svg } from './dom.js';

const ECC = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];

/** Rows of booleans, true is dark. Throws when the text has more than 412 bytes. */
export function qrMatrix(text) {
  const bytes = new TextEncoder().encode(text);
  const version = smallest(bytes.length);
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const set = (row, column, value) => { dark[row][column] = value; fixed[row][column] = true; };

  drawPatterns(version, size, set, fixed);
  drawData(codewords(bytes, version), size, dark, fixed);
  let best = null;
  for (let mask = 0; mask < 8; mask++) {
    const tried = dark.map((row, y) => row.map((value, x) => (fixed[y][x] ? value : value !== masks[mask](y, x))));
    drawFormat(mask, size, (row, column, value) => { tried[row][column] = value; });
    const score = penalty(tried);
    if (best === null || score < best.score) best = { score, tried };
  }
  return best.tried;
}

/** The code as an image with its quiet zone of four modules; `label` is read to whoever cannot see it. */
export function qrImage(text, label) {
  const matrix = qrMatrix(text);
  const size = matrix.length + 8;
  const path = matrix.flatMap((row, y) => row.map((value, x) => (value ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('');
  return svg('svg', { viewBox: `0 0 ${size} ${size}`, class: 'qr', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    svg('rect', { width: size, height: size, fill: '#fff' }),
    svg('path', { d: path, fill: '#000' }));
}

const masks = [
  (y, x) => (x + y) % 2 === 0,
  y => y % 2 === 0,
  (y, x) => x % 3 === 0,
  (y, x) => (x + y) % 3 === 0,
  (y, x) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (y, x) => (x * y) % 2 + (x * y) % 3 === 0,
  (y, x) => ((x * y) % 2 + (x * y) % 3) % 2 === 0,
  (y, x) => ((x + y) % 2 + (x * y) % 3) % 2 === 0,
];

function rawCodewords(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const align = Math.floor(version / 7) + 2;
    modules -= (25 * align - 10) * align - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

function dataCodewords(version) {
  return rawCodewords(version) - ECC[version] * BLOCKS[version];
}

function smallest(length) {
  for (let version = 1; version < ECC.length; version++) {
    if (4 + (version < 10 ? 8 : 16) + 8 * length <= 8 * dataCodewords(version)) return version;
  }
  throw new RangeError('too long for a QR code of version 15');
}

function codewords(bytes, version) {
  const bits = [];
  const push = (value, count) => { for (let i = count - 1; i >= 0; i--) bits.push((value >>> i) & 1); };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach(byte => push(byte, 8));
  const capacity = 8 * dataCodewords(version);
  push(0, Math.min(4, capacity - bits.length));
  push(0, (8 - bits.length % 8) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8);
  const data = [];
  for (let i = 0; i < bits.length; i += 8) data.push(bits.slice(i, i + 8).reduce((value, bit) => value << 1 | bit, 0));

  const count = BLOCKS[version];
  const short = Math.floor(rawCodewords(version) / count) - ECC[version];
  const longFrom = count - rawCodewords(version) % count;
  const divisor = generator(ECC[version]);
  const blocks = [];
  for (let i = 0, at = 0; i < count; i++) {
    const part = data.slice(at, at += short + (i < longFrom ? 0 : 1));
    blocks.push({ part, ecc: remainder(part, divisor) });
  }
  const out = [];
  for (let i = 0; i <= short; i++) blocks.forEach(({ part }) => { if (i < part.length) out.push(part[i]); });
  for (let i = 0; i < ECC[version]; i++) blocks.forEach(({ ecc }) => out.push(ecc[i]));
  return out;
}

function multiply(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = product << 1 ^ (product >>> 7) * 0x11d ^ ((b >>> i) & 1) * a;
  return product;
}

function generator(degree) {
  const result = new Array(degree).fill(0);
  result[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) result[j] = multiply(result[j], root) ^ (result[j + 1] ?? 0);
    root = multiply(root, 2);
  }
  return result;
}

function remainder(data, divisor) {
  const result = new Array(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ result.shift();
    result.push(0);
    divisor.forEach((value, i) => { result[i] ^= multiply(value, factor); });
  }
  return result;
}

function drawPatterns(version, size, set, fixed) {
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const far = Math.max(Math.abs(dx), Math.abs(dy));
        const y = row + dy, x = column + dx;
        if (y >= 0 && y < size && x >= 0 && x < size) set(y, x, far !== 2 && far !== 4);
      }
    }
  }
  const places = alignments(version, size);
  for (const y of places) {
    for (const x of places) {
      if (!((y === 6 && x === 6) || (y === 6 && x === size - 7) || (y === size - 7 && x === 6))) {
        for (let dy = -2; dy <= 2; dy++) {
          for (let dx = -2; dx <= 2; dx++) set(y + dy, x + dx, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
        }
      }
    }
  }
  drawFormat(0, size, set);
  if (version >= 7) {
    let rest = version;
    for (let i = 0; i < 12; i++) rest = rest << 1 ^ (rest >>> 11) * 0x1f25;
    const bits = version << 12 | rest;
    for (let i = 0; i < 18; i++) {
      const value = ((bits >>> i) & 1) === 1;
      set(size - 11 + i % 3, Math.floor(i / 3), value);
      set(Math.floor(i / 3), size - 11 + i % 3, value);
    }
  }
}

function alignments(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const places = [6];
  for (let at = size - 7; places.length < count; at -= step) places.splice(1, 0, at);
  return places;
}

function drawFormat(mask, size, set) {
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = rest << 1 ^ (rest >>> 9) * 0x537;
  const bits = (mask << 10 | rest) ^ 0x5412;
  const bit = i => ((bits >>> i) & 1) === 1;
  for (let i = 0; i <= 5; i++) set(i, 8, bit(i));
  set(7, 8, bit(6));
  set(8, 8, bit(7));
  set(8, 7, bit(8));
  for (let i = 9; i < 15; i++) set(8, 14 - i, bit(i));
  for (let i = 0; i < 8; i++) set(8, size - 1 - i, bit(i));
  for (let i = 8; i < 15; i++) set(size - 15 + i, 8, bit(i));
  set(size - 8, 8, true);
}

function drawData(data, size, dark, fixed) {
  let i = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      for (let j = 0; j < 2; j++) {
        const x = right - j;
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (!fixed[y][x] && i < data.length * 8) {
          dark[y][x] = ((data[i >>> 3] >>> (7 - (i & 7))) & 1) === 1;
          i++;
        }
      }
    }
  }
}

function penalty(matrix) {
  const size = matrix.length;
  let score = 0;
  let darkCount = 0;
  const lines = [...matrix, ...matrix.map((_, x) => matrix.map(row => row[x]))];
  for (const line of lines) {
    let run = 0;
    for (let i = 0; i < size; i++) {
      run = i > 0 && line[i] === line[i - 1] ? run + 1 : 1;
      if (run === 5) score += 3;
      else if (run > 5) score++;
    }
    const text = line.map(Number).join('');
    for (const finder of ['10111010000', '00001011101']) {
      for (let at = text.indexOf(finder); at >= 0; at = text.indexOf(finder, at + 1)) score += 40;
    }
  }
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (matrix[y][x]) darkCount++;
      if (y > 0 && x > 0 && matrix[y][x] === matrix[y - 1][x] && matrix[y][x] === matrix[y][x - 1] && matrix[y][x] === matrix[y - 1][x - 1]) score += 3;
    }
  }
  return score + Math.floor(Math.abs(darkCount * 20 - size * size * 10) / (size * size)) * 10;
}
