import { randomBytes } from 'node:crypto'
import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'
import type { DemoUser } from '@contract/api/signIn'
import type { OperationName, Operations } from '@contract/operations'
import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { Problem } from '@contract/problems'

/** A way in, from outside: whatever the road, the same names, bodies and answers. */
export type Door = {
  call(name: string, body: unknown, token?: string): Promise<Answer>
}

export type Answer = { readonly status: number; readonly body: unknown }

/** The suite is handed a getter because a door opens only once its tests begin. */
export type DoorOf = () => Door

/** Must succeed; a refusal in its place is the failure of the test. */
export async function ask<Name extends OperationName>(
  door: Door,
  name: Name,
  body: RequestInputOf<Operations[Name]>,
  token?: string,
): Promise<ResponseOf<Operations[Name]>> {
  const answer = await door.call(name, body, token)
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.body as ResponseOf<Operations[Name]>
}

/** Must be refused: in Chinese for the person, by code and `retry` for the phone. */
export async function refusalOf(
  door: Door,
  name: string,
  body: unknown,
  token?: string,
): Promise<Problem> {
  const { status, body: problem } = (await door.call(name, body, token)) as {
    body: Problem
    status: number
  }
  expect(problem).toMatchObject({
    type: `/docs/problems#${problem.code}`,
    title: expect.stringMatching(/\p{Script=Han}/u),
    status,
    retry: expect.stringMatching(/^(never|later|after-edit)$/),
    instance: expect.any(String),
  })
  return problem
}

export async function signInAs(door: Door, user: DemoUser): Promise<string> {
  return (await ask(door, 'signIn', { method: 'demo', user })).token
}

/** Minted on the phone, as everywhere. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes(UUID_RANDOM_BYTES))
}
