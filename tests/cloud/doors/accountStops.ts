import { TOTP } from 'otpauth'
import type { Actor } from '@domain/access/actor'
import type { OperationName } from '@contract/operations'
import { newId } from '../../support/httpClient'
import { succeed } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'
import type { TestDoor } from './openDoor'

/** One call of an operation; what it needs was made by those before it. */
export type Stop = readonly [name: OperationName, who: Actor | string | undefined, body: object]

/** The part of the walk that goes past accounts, posts, sessions, second factors and the log. */
export function accountStops(door: TestDoor): readonly (() => Stop | Promise<Stop>)[] {
  const { cast } = door
  const { countyAdmin, informationOfficerTang: officer } = cast
  const head = `head-${testCounty.township}`
  const kept: { factor?: string } = {}
  const { systemAdmin, securityAdmin, auditAdmin } = cast
  const made = { personId: newId(), account: 'new-one', name: '新来的' }
  const post = { account: made.account, role: 'hubOperator', areaCode: testCounty.township }
  const codeNow = () => new TOTP({ secret: kept.factor }).generate({ timestamp: Date.now() })
  return [
    () => {
      const begun = { url: 'https://sso.example.cn/', state: 's', nonce: 'n', verifier: 'v' }
      Object.assign(door.app.context, { signOn: { begin: async () => begun } })
      return ['beginSignOn', undefined, {}]
    },
    () => ['listAccounts', countyAdmin, { areaCode: testCounty.township }],
    () => ['makeAccount', systemAdmin, made],
    () => ['grantPost', securityAdmin, post],
    () => ['endPost', securityAdmin, post],
    () => ['unlockAccount', securityAdmin, { account: made.account }],
    () => ['listSessions', officer, {}],
    async () => {
      const { items } = await succeed(door.call(officer, 'listSessions', {}))
      return ['endSession', officer, { sessionId: items[0].sessionId }]
    },
    () => ['readSecondFactor', cast.hubHeadOfXijiang, {}],
    async () => {
      const password = { password: testCounty.password }
      kept.factor = (
        await succeed(door.call(cast.hubHeadOfXijiang, 'beginSecondFactor', password))
      ).secret
      return ['confirmSecondFactor', cast.hubHeadOfXijiang, { code: codeNow() }]
    },
    () => ['beginSecondFactor', cast.townLeaderOfXijiang, { password: testCounty.password }],
    async () => {
      const again = door.call(cast.townLeaderOfXijiang, 'beginSecondFactor', {
        password: testCounty.password,
      })
      kept.factor = (await succeed(again)).secret
      const { recoveryCodes } = await succeed(
        door.call(cast.townLeaderOfXijiang, 'confirmSecondFactor', { code: codeNow() }),
      )
      return ['proveSecondFactor', cast.townLeaderOfXijiang, { code: recoveryCodes[0] }]
    },
    () => ['resetSecondFactor', securityAdmin, { account: head }],
    () => ['readAudit', auditAdmin, {}],
    () => ['exportAudit', auditAdmin, {}],
  ]
}
