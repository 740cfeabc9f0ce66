import path from 'node:path'
import { makeHttpServer } from '@cloud/doors/http/httpServer'
import type { Settings } from '@cloud/settings'
import { openTestApp, type TestApp } from '../../support/openTestApp'

export type TestDoor = TestApp & {
  readonly url: string
  /** A session of that person, as the bearer of a token. */
  signIn(who: { readonly personId: TestApp['cast']['gridWorkerLi']['personId'] }): Promise<string>
}

/** The real server on a real socket, in this process: its clock can be moved. */
export async function openTestDoor(change: Partial<Settings> = {}): Promise<TestDoor> {
  const test = await openTestApp({ requestsPerMinute: 100_000, ...change })
  const dist = path.resolve(__dirname, 'no-pages-are-built-here')
  const server = await makeHttpServer(test.app, { dist, version: '0.1.0' })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  const { sessions, now } = test.app.context
  return {
    ...test,
    url,
    signIn: async ({ personId }) => (await sessions.begin(personId, now())).token,
    async close() {
      test.app.beginStop()
      await server.close()
      await test.close()
    },
  }
}
