import { ask, newId, refusalOf, signInAs, type DoorOf } from './door'
import { report, reportingAs } from './reports'

export function reportBehaviours(door: DoorOf): void {
  describe('reporting', () => {
    test('a report has its number, its place and its deadline as soon as it is answered', async () => {
      const officer = await reportingAs(door(), 'officer')
      const draft = officer.draft()
      const { matter } = await ask(door(), 'reportMatter', draft, officer.token)
      expect(matter).toMatchObject({
        matterId: draft.matterId,
        version: 1,
        status: 'reported',
        text: draft.text,
        number: expect.stringMatching(/\d{8}/),
        dueAt: expect.any(String),
        area: { code: draft.gridCode },
      })
    })

    test('the same report sent again gets the same answer and stays one matter', async () => {
      const officer = await reportingAs(door(), 'officer')
      const draft = officer.draft()
      const first = await door().call('reportMatter', draft, officer.token)
      expect(first.status).toBe(200)
      expect(await door().call('reportMatter', draft, officer.token)).toEqual(first)
      const { history } = await ask(
        door(),
        'getMatter',
        { matterId: draft.matterId },
        officer.token,
      )
      expect(history).toHaveLength(1)
    })

    test('sixteen sends at once are sixteen equal successes and one matter', async () => {
      const officer = await reportingAs(door(), 'officer')
      const draft = officer.draft()
      const sends = Array.from({ length: 16 }, () =>
        door().call('reportMatter', draft, officer.token),
      )
      const answers = await Promise.all(sends)
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(answers[0]?.status).toBe(200)
    })

    test('an id that was used for one report is not taken for another', async () => {
      const officer = await reportingAs(door(), 'officer')
      const draft = officer.draft()
      await ask(door(), 'reportMatter', draft, officer.token)
      const changed = { ...draft, text: '别的事' }
      const again = { ...changed, commandId: newId() }
      const never = { status: 409, retry: 'never' }
      expect(await refusalOf(door(), 'reportMatter', changed, officer.token)).toMatchObject({
        ...never,
        code: 'command.id-reused',
      })
      expect(await refusalOf(door(), 'reportMatter', again, officer.token)).toMatchObject({
        ...never,
        code: 'matter.id-taken',
      })
    })

    test('a report that cannot be placed asks the person, and is accepted once that is mended', async () => {
      const officer = await reportingAs(door(), 'officer')
      const { gridCode, ...nowhere } = officer.draft()
      const elsewhere = { ...nowhere, place: { longitude: 116.39, latitude: 39.9, datum: 'gcj02' } }
      const afterEdit = { status: 422, retry: 'after-edit' }
      for (const [draft, code] of [
        [nowhere, 'matter.place-missing'],
        [elsewhere, 'matter.place-outside-county'],
        [{ ...nowhere, gridCode, kind: '9999' }, 'matter.unknown-kind'],
      ] as const) {
        const refusal = await refusalOf(door(), 'reportMatter', draft, officer.token)
        expect(refusal).toMatchObject({ ...afterEdit, code })
      }
      const mended = await door().call('reportMatter', { ...nowhere, gridCode }, officer.token)
      expect(mended.status).toBe(200)
    })
  })

  describe('acting on a report', () => {
    test('the township accepts once; the same step again is the same answer, another is refused', async () => {
      const matter = await report(door(), await reportingAs(door(), 'officer'))
      const hub = await signInAs(door(), 'hubOperator')
      const accept = { commandId: newId(), matterId: matter.matterId, action: 'accept' }
      const accepted = await ask(door(), 'actOnMatter', accept, hub)
      expect(accepted.matter).toMatchObject({ status: 'accepted', version: 2 })
      expect(await ask(door(), 'actOnMatter', accept, hub)).toEqual(accepted)
      const late = { ...accept, commandId: newId() }
      expect(await refusalOf(door(), 'actOnMatter', late, hub)).toMatchObject({
        code: 'matter.action-not-allowed',
        status: 409,
      })
    })

    test('the reporter reads what became of it, step by step', async () => {
      const officer = await reportingAs(door(), 'officer')
      const { matterId } = await report(door(), officer)
      const hub = await signInAs(door(), 'hubOperator')
      const input = { reason: '照片太暗，请重新拍一张' }
      const sendBack = { commandId: newId(), matterId, action: 'sendBack', input }
      await ask(door(), 'actOnMatter', sendBack, hub)
      const { matter, history, actions } = await ask(
        door(),
        'getMatter',
        { matterId },
        officer.token,
      )
      expect(matter).toMatchObject({ status: 'sentBack', lastNote: input.reason })
      expect(history.map(({ action }) => action)).toEqual(['report', 'sendBack'])
      expect(actions.map(({ action }) => action)).toContain('supplement')
    })

    test('a form that is not filled in is handed back, and nothing has happened', async () => {
      const { matterId } = await report(door(), await reportingAs(door(), 'officer'))
      const hub = await signInAs(door(), 'hubOperator')
      const decline = { commandId: newId(), matterId, action: 'decline' }
      expect(await refusalOf(door(), 'actOnMatter', decline, hub)).toMatchObject({
        code: 'matter.form-incomplete',
        retry: 'after-edit',
      })
      const { matter } = await ask(door(), 'getMatter', { matterId }, hub)
      expect(matter).toMatchObject({ status: 'reported', version: 1 })
    })
  })
}
