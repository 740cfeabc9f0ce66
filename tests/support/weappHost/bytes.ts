/** Text and bytes without TextEncoder: the same code runs in Jest's jsdom, in Node and in Chromium. */

export function utf8(text: string): Uint8Array {
  const binary = unescape(encodeURIComponent(text))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

export function textOf(bytes: Uint8Array): string {
  const binary = binaryOf(bytes)
  try {
    return decodeURIComponent(escape(binary))
  } catch {
    return binary // Not UTF-8: every byte becomes one character, as on a phone.
  }
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(binaryOf(bytes))
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** The mini-program gets buffers of its own world: `instanceof ArrayBuffer` must hold there. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

/** Accepts what `wx` accepts: a string, an ArrayBuffer or a view on one. */
export function bytesOf(data: unknown, encoding?: unknown): Uint8Array {
  if (typeof data === 'string') return encoding === 'base64' ? fromBase64(data) : utf8(data)
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  if (isBuffer(data)) return new Uint8Array(data.slice(0))
  throw new Error('invalid data: neither text nor ArrayBuffer')
}

export function isBuffer(data: unknown): data is ArrayBuffer {
  return Object.prototype.toString.call(data) === '[object ArrayBuffer]'
}

function binaryOf(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return binary
}
