import { ask, newId, signInAs, type DoorOf } from './door'
import { report, reportingAs } from './reports'

export function pointsBehaviours(door: DoorOf): void {
  describe('points', () => {
    test('an officer earns once, when the township has confirmed the report and not before', async () => {
      const officer = await reportingAs(door(), 'officer')
      const hub = await signInAs(door(), 'hubOperator')
      const balance = async () => (await ask(door(), 'getPoints', {}, officer.token)).balance
      const before = await balance()
      const { matterId } = await report(door(), officer)
      const step = (action: string) => ({ commandId: newId(), matterId, action })
      await ask(door(), 'actOnMatter', step('accept'), hub)
      expect(await balance()).toBe(before)
      const confirm = step('confirmReport')
      await ask(door(), 'actOnMatter', confirm, hub)
      await ask(door(), 'actOnMatter', confirm, hub)
      expect(await balance()).toBe(before + officer.kind.basePoints)
      const { items } = await ask(door(), 'listPostings', {}, officer.token)
      expect(items.filter((posting) => posting.matterId === matterId)).toMatchObject([
        { points: officer.kind.basePoints },
      ])
    })

    test('a grid worker reports as a duty, and the duty is not counted in points', async () => {
      const worker = await reportingAs(door(), 'gridWorker')
      const { matterId } = await report(door(), worker)
      const hub = await signInAs(door(), 'hubOperator')
      for (const action of ['accept', 'confirmReport']) {
        await ask(door(), 'actOnMatter', { commandId: newId(), matterId, action }, hub)
      }
      expect(await ask(door(), 'getPoints', {}, worker.token)).toMatchObject({
        balance: 0,
        earns: false,
      })
    })
  })
}
