import { openWechat } from '@cloud/wechat/openWechat'
import type { Wechat } from '@cloud/wechat/wechat'
import { startWechatServer, type WechatServer } from '../../support/wechatServer'

const li = 'oLi_openid_of_grid_worker'

let server: WechatServer
let wechat: Wechat

function openFor(settings: { appId?: string; appSecret?: string; apiBase?: string } = {}): Wechat {
  const { url: apiBase, appId, appSecret } = server
  return openWechat({ apiBase, appId, appSecret, ...settings }, { patienceMs: 400 })
}

beforeEach(async () => {
  server = await startWechatServer()
  wechat = openFor()
})
afterEach(() => server.close())

describe('a WeChat login', () => {
  test('a grid worker who taps once is known by the openid and by nothing else', async () => {
    expect(await wechat.exchangeCode(server.mintCode(li))).toEqual({ openid: li })
    expect(server.sessionKeys()).toHaveLength(1)
  })

  test('the same code a second time asks for another tap instead of letting a copy in', async () => {
    const code = server.mintCode(li)
    await wechat.exchangeCode(code)
    expect(await wechat.exchangeCode(code)).toEqual({ refused: 'access.wechat-code-used' })
  })

  test('a code that lay in the phone for more than five minutes asks for another tap', async () => {
    const code = server.mintCode(li)
    server.moveClock(5 * 60_000 + 1)
    expect(await wechat.exchangeCode(code)).toEqual({ refused: 'access.wechat-code-used' })
  })

  test('an invented code lets nobody in, whatever characters it holds', async () => {
    for (const code of ['invented', '&appid=other', '../../cgi-bin', '代码 1']) {
      expect(await wechat.exchangeCode(code)).toEqual({ refused: 'access.wechat-code-used' })
    }
  })

  test('a person whom WeChat blocks as a risk is told so', async () => {
    server.block(li)
    const answer = await wechat.exchangeCode(server.mintCode(li))
    expect(answer).toEqual({ refused: 'access.wechat-blocked' })
  })

  test('a phone that logs in without pause is told when to come back, and a neighbour is not', async () => {
    for (let n = 0; n < 100; n += 1) await wechat.exchangeCode(server.mintCode(li))
    expect(await wechat.exchangeCode(server.mintCode(li))).toEqual({
      refused: 'access.wechat-busy',
      details: { retryAfterSeconds: 60 },
    })
    expect(await wechat.exchangeCode(server.mintCode('oWang'))).toEqual({ openid: 'oWang' })
    server.moveClock(60_000)
    expect(await wechat.exchangeCode(server.mintCode(li))).toEqual({ openid: li })
  })
})

describe('when WeChat is not at its best', () => {
  test('a short hiccup is not noticed', async () => {
    server.beBusy(1)
    expect(await wechat.exchangeCode(server.mintCode(li))).toEqual({ openid: li })
    expect(server.calls()).toBe(2)
  })

  test('a longer one is called busy after one more try, and the code is still good afterwards', async () => {
    server.beBusy(2)
    const code = server.mintCode(li)
    expect(await wechat.exchangeCode(code)).toMatchObject({ refused: 'access.wechat-busy' })
    expect(server.calls()).toBe(2)
    expect(await wechat.exchangeCode(code)).toEqual({ openid: li })
  })

  test('silence is called busy after a limited wait', async () => {
    server.hang()
    const began = Date.now()
    const answer = await wechat.exchangeCode(server.mintCode(li))
    expect(answer).toMatchObject({ refused: 'access.wechat-busy' })
    expect(Date.now() - began).toBeLessThan(2000)
  })

  test('no connection at all is called busy, and the secret is not in the answer', async () => {
    const unreachable = openFor({ apiBase: 'http://127.0.0.1:9' })
    const answer = await unreachable.exchangeCode(server.mintCode(li))
    expect(answer).toMatchObject({ refused: 'access.wechat-busy' })
    expect(JSON.stringify(answer)).not.toContain(server.appSecret)
  })
})

describe('a county that has not set WeChat up', () => {
  test('without an app id or a secret nobody is sent to WeChat in vain', async () => {
    for (const missing of [{ appId: '' }, { appSecret: '' }]) {
      const answer = await openFor(missing).exchangeCode(server.mintCode(li))
      expect(answer).toEqual({ refused: 'access.wechat-not-configured' })
    }
    expect(server.calls()).toBe(0)
  })

  test('a wrong app id or secret sends the person to the administrator, with the number', async () => {
    const wrong = { 40013: { appId: 'wxffffffffffffffff' }, 40125: { appSecret: 'mistyped' } }
    for (const [errcode, settings] of Object.entries(wrong)) {
      expect(await openFor(settings).exchangeCode(server.mintCode(li))).toEqual({
        refused: 'access.wechat-not-configured',
        details: { errcode: Number(errcode) },
      })
    }
  })
})
