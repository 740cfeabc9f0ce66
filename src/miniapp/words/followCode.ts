/** What was typed or scanned: the code alone, or an address that carries it. Hyphens and spaces are the server's to read. */
export function findFollowCode(text: string): string {
  const carried = /[?&]code=([^&#\s]+)/.exec(text)?.[1]
  const code = carried === undefined ? text : decode(carried)
  return code.normalize('NFKC').trim()
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What the square holds: an address for any phone's camera where the app has one on the web, else the code for our own. */
export function followAddress(base: string, code: string): string {
  return base === '' ? code : `${base}/#/pages/follow/index?code=${encodeURIComponent(code)}`
}
