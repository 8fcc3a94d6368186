// Files of a SMART Health Link: JWE in compact form, `dir` with A256GCM (RFC 7516), perhaps deflated. The key never leaves the browser.

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0));
const utf8 = text => new TextEncoder().encode(text);

/** What stands in base64url, as text. */
export function decoded(text) {
  return new TextDecoder().decode(bytes(text));
}

/** The text of bytes in base64url, without padding. */
export function encoded(array) {
  return btoa(String.fromCharCode(...array)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** What a file says; throws when the key is another one, or anything in the file was changed. */
export async function decrypt(jwe, key) {
  const [head, wrapped, nonce, text, tag] = jwe.trim().split('.');
  const header = JSON.parse(decoded(head));
  if (header.alg !== 'dir' || header.enc !== 'A256GCM' || wrapped !== '') throw new Error('not a file of a link');
  const aes = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['decrypt']);
  const sealed = await new Blob([bytes(text), bytes(tag)]).arrayBuffer();
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(nonce), additionalData: utf8(head), tagLength: 128 }, aes, sealed);
  return JSON.parse(header.zip === 'DEF' ? await inflated(plain) : new TextDecoder().decode(plain));
}

function inflated(plain) {
  return new Response(new Blob([plain]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
