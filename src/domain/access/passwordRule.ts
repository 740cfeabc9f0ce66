import { isCommonPassword } from './commonPasswords'

export const PASSWORD_LENGTH_MIN = 10

/** Why a password may not be chosen; undefined when it may. Long beats mixed: nobody has to invent special characters. */
export function findPasswordFault(
  account: string,
  password: string,
): 'too-short' | 'all-the-same' | 'is-the-account' | 'common' | undefined {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < PASSWORD_LENGTH_MIN) return 'too-short'
  if (new Set(characters).size === 1) return 'all-the-same'
  if (password.trim().toLowerCase() === account.toLowerCase()) return 'is-the-account'
  if (isCommonPassword(characters.join(''))) return 'common'
  return undefined
}
