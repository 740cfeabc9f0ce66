/** Rows of keys and of letters that fingers walk along. */
const walks = [
  '01234567890123456789',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  'qwertyuiopasdfghjklzxcvbnm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  'abcdefghijklmnopqrstuvwxyz',
  'a1b2c3d4e5f6g7h8i9j0',
]

/** What stands first in lists of stolen passwords, and what people here make of it. */
const words = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'admin',
  'administrator',
  'root',
  'welcome',
  'iloveyou',
  'woaini',
  'wodemima',
  'mima',
  'letmein',
  'changeme',
  'qwerty',
  'lianxin',
  'lianzhou',
  'abc',
]

/** Nothing but a word everybody tries with digits and signs around it, a walk along the keys, or one piece repeated. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  return isWalk(plain) || isRepeated(plain) || words.includes(withoutEnds(plain)) || isDate(plain)
}

function isWalk(plain: string): boolean {
  return walks.some((walk) => {
    const back = [...walk].reverse().join('')
    return (walk + walk).includes(plain) || (back + back).includes(plain)
  })
}

/** abcabcabcabc */
function isRepeated(plain: string): boolean {
  return (plain + plain).indexOf(plain, 1) < plain.length
}

/** 123456password2026!! */
function withoutEnds(plain: string): string {
  return plain.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
}

/** A day or a telephone number: digits alone are guessed in minutes. */
function isDate(plain: string): boolean {
  return /^\d{1,18}$/.test(plain)
}
