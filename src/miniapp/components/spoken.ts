type Role = 'button' | 'img' | 'alert' | 'dialog' | 'textbox'

/** What a screen reader says. WeChat reads `aria-role`, everybody else `role`. */
export function spoken(label: string, role: Role = 'button') {
  return { 'aria-label': label, [process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role']: role }
}

/** A browser reads the words that stand on a button; a label beside them would hide some from whoever cannot see. */
export function spokenByContent(label: string, wordless: boolean) {
  return wordless ? spoken(label) : { role: 'button' }
}

/** Drawn for the eye only; the words stand beside it. */
export const silent = { 'aria-hidden': true }
