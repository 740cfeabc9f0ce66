/** The demo's information officer; the token. */
export async function signInOfficer(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ method: 'demo', user: 'officer' }),
  })
  return ((await answer.json()) as { token: string }).token
}
