import { newId, refusalOf, signInAs, type DoorOf } from './door'
import { report, reportingAs } from './reports'

export function refusalBehaviours(door: DoorOf): void {
  describe('what somebody may not do', () => {
    test('an officer does not accept their own report', async () => {
      const officer = await reportingAs(door(), 'officer')
      const { matterId } = await report(door(), officer)
      const accept = { commandId: newId(), matterId, action: 'accept' }
      expect(await refusalOf(door(), 'actOnMatter', accept, officer.token)).toMatchObject({
        status: 403,
        code: 'access.not-permitted',
        retry: 'never',
      })
    })

    test('a resident does not read what another person reported', async () => {
      const { matterId } = await report(door(), await reportingAs(door(), 'officer'))
      const resident = await signInAs(door(), 'resident')
      for (const [name, body] of [
        ['getMatter', { matterId }],
        ['actOnMatter', { commandId: newId(), matterId, action: 'withdraw' }],
      ] as const) {
        expect(await refusalOf(door(), name, body, resident)).toMatchObject({ status: 403 })
      }
    })

    test('a resident sees no tasks of grid workers and no receiving addresses of hubs', async () => {
      const resident = await signInAs(door(), 'resident')
      for (const name of ['listTasks', 'listEndpoints']) {
        expect(await refusalOf(door(), name, {}, resident)).toMatchObject({
          code: 'access.not-permitted',
        })
      }
    })

    test('an administrator does not report in the name of the people', async () => {
      const officer = await reportingAs(door(), 'officer')
      const administrator = await signInAs(door(), 'countyAdmin')
      const refusal = await refusalOf(door(), 'reportMatter', officer.draft(), administrator)
      expect(refusal).toMatchObject({ code: 'access.not-permitted' })
    })
  })

  describe('what cannot be understood', () => {
    test('a body that fits no form names the field that is wrong', async () => {
      const officer = await reportingAs(door(), 'officer')
      const wrong = {
        matterId: officer.draft({ matterId: 'not-an-id' }),
        discoveredAt: officer.draft({ discoveredAt: 'yesterday' }),
        text: { ...officer.draft(), text: 7 },
        'place.latitude': {
          ...officer.draft(),
          place: { longitude: 112, latitude: 900, datum: 'gcj02' },
        },
      }
      for (const [path, body] of Object.entries(wrong)) {
        expect(await refusalOf(door(), 'reportMatter', body, officer.token)).toMatchObject({
          code: 'request.invalid',
          retry: 'after-edit',
          details: { issues: expect.arrayContaining([expect.objectContaining({ path })]) },
        })
      }
    })

    test('a text that the database could not keep is refused before it is tried', async () => {
      const officer = await reportingAs(door(), 'officer')
      const draft = officer.draft({ text: '路灯\u0000不亮' })
      expect(await refusalOf(door(), 'reportMatter', draft, officer.token)).toMatchObject({
        code: 'request.invalid',
      })
    })

    test('what is no object at all is refused like any other mistake', async () => {
      const token = await signInAs(door(), 'officer')
      for (const body of [[], 'text', 7, true]) {
        const refusal = await refusalOf(door(), 'reportMatter', body, token)
        expect(refusal.status).toBe(400)
      }
    })

    test('a name that is not on the list is not found, even one that every object knows', async () => {
      const token = await signInAs(door(), 'officer')
      for (const name of [
        'noSuchThing',
        'reportmatter',
        'constructor',
        'toString',
        'hasOwnProperty',
      ]) {
        expect(await refusalOf(door(), name, {}, token)).toMatchObject({
          status: 404,
          code: 'request.unknown-name',
        })
      }
    })
  })
}
