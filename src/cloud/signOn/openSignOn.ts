import type { Configuration } from 'openid-client'
import { HOUR_MS } from '@domain/shared/instant'
import type { SignOnSettings } from '../settings'
import type { NewSignOn, SignOn, SignOnReturn } from './signOn'

/** What the other system says of itself is asked again after this. */
const KNOWN_FOR_MS = HOUR_MS
/** Whoever waits at the sign-in page is told sooner that it does not answer. */
const TIMEOUT_SECONDS = 8

/** Published as ES modules only, and loaded by nobody who does not sign on this way. */
const load = () => import('openid-client')

/** 统一登录 by OpenID Connect: authorization code with PKCE, state and nonce. */
export function openSignOn(settings: SignOnSettings, now: () => number): SignOn {
  let known: { readonly config: Promise<Configuration>; readonly until: number } | undefined
  function configuration(): Promise<Configuration> {
    if (known && now() < known.until) return known.config
    const config = discover(settings)
    known = { config, until: now() + KNOWN_FOR_MS }
    // A system that did not answer is asked again the next time.
    config.catch(() => (known = undefined))
    return config
  }
  return {
    begin: async () => begin(settings, await configuration()),
    finish: async (back) => finish(settings, await configuration(), back),
    endUrl: async () => endUrl(settings, await configuration()),
  }
}

async function discover({
  issuer,
  clientId,
  clientSecret,
}: SignOnSettings): Promise<Configuration> {
  const client = await load()
  const server = new URL(issuer)
  // Without TLS only where the settings let it through: a provider on this machine, in the demo.
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : []
  return client.discovery(server, clientId, clientSecret, undefined, {
    execute,
    timeout: TIMEOUT_SECONDS,
  })
}

async function begin({ redirectUri }: SignOnSettings, config: Configuration): Promise<NewSignOn> {
  const client = await load()
  const [verifier, state, nonce] = [
    client.randomPKCECodeVerifier(),
    client.randomState(),
    client.randomNonce(),
  ]
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { url: url.href, state, nonce, verifier }
}

async function finish(
  { redirectUri, claim }: SignOnSettings,
  config: Configuration,
  { code, state, issuer, nonce, verifier }: SignOnReturn,
): Promise<string | undefined> {
  const client = await load()
  const url = new URL(redirectUri)
  url.search = new URLSearchParams({ code, state, ...(issuer ? { iss: issuer } : {}) }).toString()
  const tokens = await client.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const value = tokens.claims()?.[claim]
  return typeof value === 'string' && value !== '' ? value : undefined
}

async function endUrl({ redirectUri }: SignOnSettings, config: Configuration) {
  const client = await load()
  if (config.serverMetadata().end_session_endpoint === undefined) return undefined
  return client.buildEndSessionUrl(config, { post_logout_redirect_uri: redirectUri }).href
}
