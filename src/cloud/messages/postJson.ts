const TIMEOUT_MS = 10_000

export type JsonAnswer = { readonly status: number; readonly body: Record<string, unknown> }

/**
 * undefined: no answer that can be read. The failure is not passed on: it may name the address, and the address may
 * hold a secret. A redirect is not followed for the same reason.
 */
export async function postJson(
  url: URL,
  body: object,
  headers: Record<string, string> = {},
): Promise<JsonAnswer | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const value: unknown = JSON.parse((await response.text()) || '{}')
    return { status: response.status, body: value as Record<string, unknown> }
  } catch {
    return undefined
  }
}
