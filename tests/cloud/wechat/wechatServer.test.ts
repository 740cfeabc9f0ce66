import { startWechatServer, type WechatServer } from '../../support/wechatServer'

/** What is proved with the stand-in for WeChat is only as good as the rules it keeps. */
let server: WechatServer

beforeAll(async () => void (server = await startWechatServer()))
afterAll(() => server.close())

async function askToken(more: object = {}) {
  const { appId: appid, appSecret: secret } = server
  const response = await fetch(`${server.url}/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credential', appid, secret, ...more }),
  })
  return (await response.json()) as Record<string, unknown>
}

test('a server token is the same for every process until its last five minutes', async () => {
  const first = await askToken()
  expect(first).toMatchObject({ expires_in: 7200, access_token: expect.any(String) })
  server.moveClock(6800_000)
  expect(await askToken()).toEqual({ ...first, expires_in: 400 })
  server.moveClock(150_000)
  const next = await askToken()
  expect(next).toMatchObject({ expires_in: 7200 })
  expect(next.access_token).not.toBe(first.access_token)
})

test('a new token can be forced twenty times a day, half a minute apart', async () => {
  const tokens = new Set<unknown>()
  for (let n = 0; n < 20; n += 1) {
    tokens.add((await askToken({ force_refresh: true })).access_token)
    tokens.add((await askToken({ force_refresh: true })).access_token)
    server.moveClock(30_000)
  }
  expect(tokens.size).toBe(20)
  expect(await askToken({ force_refresh: true })).toMatchObject({ errcode: 45009 })
})

test('a wrong app id, secret or grant is named', async () => {
  expect(await askToken({ appid: 'wx0' })).toMatchObject({ errcode: 40013 })
  expect(await askToken({ secret: 'mistyped' })).toMatchObject({ errcode: 40125 })
  expect(await askToken({ grant_type: 'guess' })).toMatchObject({ errcode: 40002 })
})
