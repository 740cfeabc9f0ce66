/** Another system that says who somebody is. What it throws is no answer of the rules: the caller tells them apart. */
export type SignOn = {
  begin(): Promise<NewSignOn>
  /** The claim that names the account; undefined when it is not among what was said. */
  finish(back: SignOnReturn): Promise<string | undefined>
  /** Where signing out there begins, if it can be. */
  endUrl(): Promise<string | undefined>
}

export type NewSignOn = {
  readonly url: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type SignOnReturn = {
  readonly code: string
  readonly state: string
  readonly issuer: string | undefined
  readonly nonce: string
  readonly verifier: string
}

/** The other system answered, and the answer was no; anything else means that it could not be asked. */
export function isRefusedThere(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && refusals.has(code)
}

const refusals: ReadonlySet<string> = new Set([
  'OAUTH_RESPONSE_BODY_ERROR',
  'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
])
