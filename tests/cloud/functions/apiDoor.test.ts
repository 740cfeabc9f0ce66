import { makeApiFunction } from '@cloud/functions/api/makeApiFunction'
import { makeTimerFunction } from '@cloud/functions/timer/makeTimerFunction'
import { openOnce } from '@cloud/functions/openFunctionApp'
import { readFunctionSettings } from '@cloud/functions/functionSettings'
import { makeLog } from '@cloud/log'

const log = makeLog('silent')
const answered = { status: 200, body: { matter: '灯不亮' } }

function apiFunction(OPENID?: unknown, dispatch = jest.fn(async () => answered as unknown)) {
  const parts = {
    openApp: async () => ({ dispatch }) as never,
    wechatContext: () => ({ OPENID }),
    log,
  }
  const main = makeApiFunction(parts)
  return { dispatch, call: (event: unknown) => main(event, {}) }
}

const wrapped = (rest: object) => ({
  path: '/api/v1/whoAmI',
  httpMethod: 'POST',
  headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: 'Bearer t1' },
  queryStringParameters: {},
  requestContext: { envId: 'env' },
  body: '{}',
  isBase64Encoded: false,
  ...rest,
})

describe('a call from a phone in WeChat', () => {
  test('is asked in the name of whom WeChat says it is, with the token of the session', async () => {
    const { call, dispatch } = apiFunction('oLi')
    expect(await call({ name: 'whoAmI', body: {}, token: 't1' })).toEqual(answered)
    expect(dispatch).toHaveBeenCalledWith('whoAmI', {}, { token: 't1', wechatOpenid: 'oLi' })
  })

  test('cannot choose another name for itself', async () => {
    const { call, dispatch } = apiFunction(undefined)
    const forged = { userInfo: { openId: 'oWang' }, openid: 'oWang', wechatOpenid: 'oWang' }
    await call({ name: 'whoAmI', body: {}, caller: forged, ...forged })
    expect(dispatch).toHaveBeenCalledWith('whoAmI', {}, {})
  })

  test('an openid that the SDK read as a number belongs to nobody', async () => {
    const { call, dispatch } = apiFunction(1234567890123456)
    await call({ name: 'whoAmI', body: {} })
    expect(dispatch).toHaveBeenCalledWith('whoAmI', {}, {})
  })

  test('without a name is told that it is incomplete', async () => {
    const { call, dispatch } = apiFunction('oLi')
    for (const event of [null, undefined, {}, { name: 7 }, 'signIn', []]) {
      expect(await call(event)).toMatchObject({
        status: 400,
        body: { code: 'request.malformed-json' },
      })
    }
    expect(dispatch).not.toHaveBeenCalled()
  })

  test('whose answer the gateway would cut off asks for less instead', async () => {
    const large = { status: 200, body: { text: '字'.repeat(310_000) } }
    const { call } = apiFunction(
      'oLi',
      jest.fn(async () => large),
    )
    expect(await call({ name: 'listGrids', body: {} })).toMatchObject({
      status: 413,
      body: { code: 'request.too-large', details: { answerBytesMax: 921_600 } },
    })
  })

  test('that meets a fault learns that nothing is lost, and nothing about the inside', async () => {
    const broken = jest.fn(async () => {
      throw new Error('password of the database')
    })
    const answer = await apiFunction('oLi', broken).call({ name: 'whoAmI', body: { a: '秘密' } })
    expect(answer).toMatchObject({ status: 500, body: { code: 'server.fault', retry: 'later' } })
    expect(JSON.stringify(answer)).not.toMatch(/password|秘密|oLi/)
  })
})

describe('a request through HTTP access', () => {
  test('is asked with its bearer token and answered as HTTP', async () => {
    const { call, dispatch } = apiFunction()
    expect(await call(wrapped({ body: '{"a":1}' }))).toEqual({
      statusCode: 200,
      headers: expect.objectContaining({ 'content-type': 'application/json; charset=utf-8' }),
      body: JSON.stringify(answered.body),
      isBase64Encoded: false,
    })
    expect(dispatch).toHaveBeenCalledWith('whoAmI', { a: 1 }, { token: 't1' })
  })

  test('is nobody of WeChat, whatever its headers and even when a phone wrapped it', async () => {
    const { call, dispatch } = apiFunction('oLi')
    const headers = {
      'content-type': 'application/json',
      'x-wx-openid': 'oWang',
      'X-WX-SOURCE': 'wx',
    }
    await call(wrapped({ headers }))
    expect(dispatch).toHaveBeenCalledWith('whoAmI', {}, {})
  })

  test('may come encoded and below any path', async () => {
    const { call, dispatch } = apiFunction()
    const body = Buffer.from('{"text":"路灯"}').toString('base64')
    await call(wrapped({ path: '/lianzhou/api/v1/whoAmI', body, isBase64Encoded: 'true' }))
    expect(dispatch).toHaveBeenCalledWith('whoAmI', { text: '路灯' }, { token: 't1' })
  })

  test('may bring a piece of a photo as plain bytes', async () => {
    const { call, dispatch } = apiFunction()
    const fileId = '0193a1b2-0000-7000-8000-000000000001'
    const queryStringParameters = { offset: '0', bytes: '4', sha256: 'ab' }
    const path = `/api/v1/files/${fileId}/chunks`
    const headers = { 'content-type': 'application/octet-stream', authorization: 'bearer t1' }
    const body = '/9j/4A=='
    await call(wrapped({ path, queryStringParameters, headers, body, isBase64Encoded: true }))
    const chunk = { fileId, offset: 0, bytes: 4, sha256: 'ab', data: body }
    expect(dispatch).toHaveBeenCalledWith('uploadChunk', chunk, { token: 't1' })
  })

  test('that is not ours to answer is refused by its own code', async () => {
    const refused = {
      'request.unknown-name': [{ httpMethod: 'GET' }, { path: '/' }, { path: '/api/v1/a/b' }],
      'request.wrong-media-type': [
        { headers: { 'content-type': 'text/xml' } },
        { headers: undefined },
      ],
      'request.malformed-json': [{ body: '{"a":' }, { body: '' }, { body: undefined }],
    }
    const { call, dispatch } = apiFunction()
    for (const [code, requests] of Object.entries(refused)) {
      for (const request of requests) {
        expect(await call(wrapped(request))).toMatchObject({
          headers: { 'content-type': 'application/problem+json; charset=utf-8' },
          body: expect.stringContaining(`"code":"${code}"`),
        })
      }
    }
    expect(dispatch).not.toHaveBeenCalled()
  })
})

describe('an instance', () => {
  test('that was started while the database was away opens it with a later request', async () => {
    const open = jest.fn(async () => 'opened').mockRejectedValueOnce(new Error('no database'))
    const opened = openOnce(open)
    await expect(opened()).rejects.toThrow('no database')
    expect(await Promise.all([opened(), opened()])).toEqual(['opened', 'opened'])
    expect(open).toHaveBeenCalledTimes(2)
  })

  const complete = {
    DATABASE_URL: 'postgres://db',
    LIANXIN_LINK_SECRET: 's'.repeat(32),
    S3_BUCKET: 'photos',
  }

  test('lets nobody in as a demo person unless the county said so', () => {
    expect(readFunctionSettings(complete).demo).toBe(false)
    expect(readFunctionSettings({ ...complete, LIANXIN_DEMO: '1' }).demo).toBe(true)
    expect(
      readFunctionSettings({ ...complete, LIANXIN_DEMO: '1', NODE_ENV: 'production' }).demo,
    ).toBe(false)
  })

  test('does not start on what would be lost with it', () => {
    for (const name of Object.keys(complete)) {
      expect(() => readFunctionSettings({ ...complete, [name]: '' })).toThrow(name)
    }
  })
})

describe('the round of each minute', () => {
  function timer(OPENID?: string) {
    const runRound = jest.fn(async () => undefined)
    const parts = {
      openApp: async () => ({ runRound }) as never,
      wechatContext: () => ({ OPENID }),
      log,
    }
    const main = makeTimerFunction(parts)
    return { runRound, call: (event: unknown) => main(event, {}) }
  }
  const event = {
    Type: 'Timer',
    TriggerName: 'everyMinute',
    Time: '2026-11-23T05:00:00Z',
    Message: '',
  }

  test('is one bounded piece of work', async () => {
    const { call, runRound } = timer()
    expect(await call(event)).toEqual({ done: true })
    expect(runRound).toHaveBeenCalledWith({ budgetMs: 45_000 })
  })

  test('cannot be set off by a phone', async () => {
    const phone = timer('oLi')
    expect(await phone.call(event)).toEqual({ done: false })
    expect(await timer().call({ name: 'relay' })).toEqual({ done: false })
    expect(phone.runRound).not.toHaveBeenCalled()
  })
})
