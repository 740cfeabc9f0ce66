import type { DemoUser } from '@contract/api/signIn'
import { ask, newId } from '../httpClient'
import { placeInBaozhu } from '../testCounty'

/** Somebody of the demo, for whatever a journey needs to have happened elsewhere. */
export async function tokenOf(url: string, user: DemoUser): Promise<string> {
  return (await ask(url, 'signIn', { method: 'demo', user })).token
}

/** A report from a phone that this journey does not look at; its matter's id. */
export async function sendReport(url: string, token: string, text: string): Promise<string> {
  const matterId = newId()
  await ask(
    url,
    'reportMatter',
    {
      commandId: newId(),
      matterId,
      kind: '0603',
      text,
      place: placeInBaozhu,
      discoveredAt: new Date().toISOString(),
    },
    token,
  )
  return matterId
}
