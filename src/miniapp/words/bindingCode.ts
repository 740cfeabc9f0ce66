export const BINDING_CODE_LENGTH = 8
const GROUP = 4

/** As people type it: any case, the wide letters of a Chinese keyboard, spaces and hyphens between. */
export function readBindingCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

/** A printed code may be an address that ends in the code. */
export function findBindingCode(scanned: string): string | undefined {
  const code = readBindingCode(scanned.split(/[/=:?#&]/).pop() ?? '')
  return code.length === BINDING_CODE_LENGTH ? code : undefined
}

/** The two halves in which it is printed and read aloud. */
export function halvesOf(code: string): readonly [string, string] {
  return [code.slice(0, GROUP), code.slice(GROUP)]
}

/** These four are left out of every code, since they look like others. */
export function hasLookalike(code: string): boolean {
  return /[01IO]/.test(code)
}
