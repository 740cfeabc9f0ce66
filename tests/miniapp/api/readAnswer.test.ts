import { problem } from '@contract/problems'
import { readAnswer } from '@miniapp/api/readAnswer'

test('an answer of the server is an answer', () => {
  expect(readAnswer({ status: 200, body: { items: [] } })).toEqual({
    kind: 'done',
    value: { items: [] },
  })
})

test("a page of the township's proxy says nothing about the request, whatever its status", () => {
  for (const status of [200, 302, 403, 404, 413, 502]) {
    expect(readAnswer({ status, body: '<html>网络认证</html>' })).toEqual({ kind: 'unknown' })
    expect(readAnswer({ status, body: null })).toEqual({ kind: 'unknown' })
  }
})

test('a session that has ended is told from a wrong password', () => {
  expect(readAnswer({ status: 401, body: problem('access.session-ended') }).kind).toBe('signed-out')
  expect(readAnswer({ status: 401, body: problem('access.wrong-password') }).kind).toBe('refused')
})
