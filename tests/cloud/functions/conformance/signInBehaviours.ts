import { ask, refusalOf, signInAs, type DoorOf } from './door'

export function signInBehaviours(door: DoorOf): void {
  describe('signing in', () => {
    test('an officer is greeted by name, with the post they hold and the time of the server', async () => {
      const { person, token } = await ask(door(), 'signIn', { method: 'demo', user: 'officer' })
      const me = await ask(door(), 'whoAmI', {}, token)
      expect(me.person).toEqual(person)
      expect(person.posts[0]).toMatchObject({ role: 'informationOfficer', roleTitle: '信息员' })
      expect(Math.abs(Date.parse(me.serverTime) - Date.now())).toBeLessThan(60_000)
    })

    test('who has not signed in sees nothing of the county', async () => {
      for (const name of ['whoAmI', 'listMatters', 'listKinds', 'getPoints', 'reportMatter']) {
        expect(await refusalOf(door(), name, {})).toMatchObject({ code: 'access.not-signed-in' })
      }
    })

    test('an invented session opens nothing, and says that signing in again helps', async () => {
      const ended = { code: 'access.session-ended', retry: 'after-edit' }
      for (const token of ['invented', 'A'.repeat(43)]) {
        expect(await refusalOf(door(), 'whoAmI', {}, token)).toMatchObject(ended)
      }
    })

    test('after signing out the session is over at once, and only that one', async () => {
      const [mine, neighbours] = [
        await signInAs(door(), 'officer'),
        await signInAs(door(), 'gridWorker'),
      ]
      await ask(door(), 'signOut', {}, mine)
      expect(await refusalOf(door(), 'whoAmI', {}, mine)).toMatchObject({
        code: 'access.session-ended',
      })
      expect((await door().call('whoAmI', {}, neighbours)).status).toBe(200)
    })

    test('a wrong password is refused without saying whether the account exists', async () => {
      const attempt = { method: 'password', account: 'no-such-account', password: 'guess' }
      expect(await refusalOf(door(), 'signIn', attempt)).toMatchObject({
        code: 'access.wrong-password',
      })
    })
  })
}
