import type { SignOnSettings } from '../settings'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the browser comes back to, and whether the other system may be asked without TLS. */
type Place = { readonly publicUrl: string; readonly demo: boolean }

export function readSignOnSettings(
  env: Environment,
  { publicUrl, demo }: Place,
): SignOnSettings | null {
  const issuer = env.LIANXIN_SIGN_ON_ISSUER ?? ''
  const clientId = env.LIANXIN_SIGN_ON_CLIENT ?? ''
  const clientSecret = env.LIANXIN_SIGN_ON_SECRET ?? ''
  if (issuer === '' && clientId === '') return null
  if (!URL.canParse(issuer) || clientId === '' || clientSecret === '')
    throw new Error(
      'LIANXIN_SIGN_ON_ISSUER（网址）、LIANXIN_SIGN_ON_CLIENT 和 LIANXIN_SIGN_ON_SECRET 要一起设',
    )
  if (new URL(issuer).protocol !== 'https:' && !demo)
    throw new Error('LIANXIN_SIGN_ON_ISSUER 要用 https')
  const claim = env.LIANXIN_SIGN_ON_CLAIM ?? 'preferred_username'
  return { issuer, clientId, clientSecret, claim, redirectUri: `${publicUrl}/hub/` }
}
