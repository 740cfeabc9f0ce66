/** Browsers hide `crypto.subtle` from pages served without TLS, as inside a township's own network. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = crypto.subtle ? await digestNatively(bytes) : await digestHere(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function digestNatively(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))
}

async function digestHere(bytes: Uint8Array): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  return sha256(bytes)
}
