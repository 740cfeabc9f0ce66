/** @jest-environment node */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { makeApiFunction } from '@cloud/functions/api/makeApiFunction'
import { makeLog } from '@cloud/log'
import { operations, type OperationName } from '@contract/operations'
import { problem } from '@contract/problems'
import { photoRules } from '@domain/photo/photoRules'
import { createCaller } from '@miniapp/api/createCaller'
import { createFunctionDoor } from '@miniapp/platform/weapp/createFunctionDoor'
import { createSendQueue } from '@miniapp/queue/createSendQueue'
import { createFakeTownship } from '../../support/fakeTownship'
import { createFakeWechatCloud, toBase64, type CloudFunction } from '../../support/fakeWechatCloud'
import { createMemoryPhone } from '../../support/memoryPhone'
import { officerZeng } from '../../support/township'

const OPENID = 'openid-of-the-officer'
const fileId = '01890000-0000-7000-8000-0000000000f1'
const commandId = '01890000-0000-7000-8000-0000000000c1'

function phoneOf(main: CloudFunction, token?: string) {
  const wechat = createFakeWechatCloud(main)
  const door = createFunctionDoor({ cloud: wechat.cloud, env: 'lianzhou-1', toBase64 })
  const onSignedOut = jest.fn()
  return {
    ...wechat,
    door,
    onSignedOut,
    api: createCaller({ door, token: () => token, onSignedOut }),
  }
}

/** The door of the real function; behind it, the contract's schemas and a small township. */
function apiFunction() {
  const township = createFakeTownship()
  const callers: object[] = []
  const dispatch = async (name: string, body: unknown, caller: object) => {
    callers.push({ name, ...caller })
    const input = v.parse(operations[name as OperationName].request, body) as Record<
      string,
      unknown
    >
    if (name === 'signIn')
      return {
        status: 200,
        body: { token: 't1', expiresAt: '2027-01-01T00:00:00Z', person: officerZeng },
      }
    if (name === 'uploadChunk') {
      const { data, ...heading } = input as { data: string } & Parameters<
        typeof township.sendChunk
      >[0]
      return answered(
        township.sendChunk(heading, Uint8Array.from(Buffer.from(data, 'base64')).buffer),
      )
    }
    return answered(township.callNamed(name, input))
  }
  const main = makeApiFunction({
    openApp: async () => ({ dispatch }) as never,
    wechatContext: () => ({ OPENID }),
    log: makeLog('silent'),
  })
  return { township, callers, main: (event: unknown) => main(event, { request_id: 'r1' }) }
}

function answered(answer: ReturnType<ReturnType<typeof createFakeTownship>['sendChunk']>) {
  if (answer.kind === 'done') return { status: 200, body: answer.value }
  return answer.kind === 'refused'
    ? { status: answer.problem.status, body: answer.problem }
    : { status: 500, body: {} }
}

test('the phone speaks to the environment it was built for, and hands over name, body and token', async () => {
  const { api, events, environments } = phoneOf(
    async () => ({ status: 200, body: { balance: 3 } }),
    't1',
  )
  expect(await api.call('getPoints', {})).toEqual({ kind: 'done', value: { balance: 3 } })
  expect(environments).toEqual(['lianzhou-1'])
  expect(events.map(({ event }) => event)).toEqual([{ name: 'getPoints', body: {}, token: 't1' }])
})

test('a refusal of the function is a refusal, and an ended session ends here too', async () => {
  const body = { current: problem('task.already-claimed') as unknown, status: 409 }
  const { api, onSignedOut } = phoneOf(
    async () => ({ status: body.status, body: body.current }),
    't1',
  )
  expect(await api.call('getPoints', {})).toMatchObject({ kind: 'refused' })
  Object.assign(body, { current: problem('access.session-ended'), status: 401 })
  expect(await api.call('getPoints', {})).toEqual({ kind: 'signed-out' })
  expect(onSignedOut).toHaveBeenCalledTimes(1)
})

test('an answer that got lost, or that is none, leaves the outcome unknown', async () => {
  const main = jest.fn<Promise<unknown>, []>(async () => ({ status: 200, body: {} }))
  const { api, line } = phoneOf(main)
  line.state = 'lost'
  expect(await api.callNamed('reportMatter', {})).toEqual({ kind: 'unknown' })
  expect(main).toHaveBeenCalledTimes(1)
  line.state = 'open'
  for (const result of [null, 'ok', {}, { errorCode: 1, errorMessage: 'timed out' }]) {
    main.mockResolvedValueOnce(result)
    expect(await api.callNamed('reportMatter', {})).toEqual({ kind: 'unknown' })
  }
})

test('a call that neither succeeds nor fails is given up after its time', async () => {
  jest.useFakeTimers()
  try {
    const { api, line } = phoneOf(async () => ({ status: 200, body: {} }))
    line.state = 'silent'
    const answer = api.callNamed('reportMatter', {})
    await jest.advanceTimersByTimeAsync(20_000)
    expect(await answer).toEqual({ kind: 'unknown' })
  } finally {
    jest.useRealTimers()
  }
})

test('signing in needs no exchange: WeChat tells the function who calls', async () => {
  const { main, callers } = apiFunction()
  const { api } = phoneOf(main)
  const answer = await api.call('signIn', { method: 'wechat', code: 'wx-context' })
  expect(answer).toMatchObject({ kind: 'done', value: { token: 't1' } })
  expect(callers).toEqual([{ name: 'signIn', wechatOpenid: OPENID }])
})

test('a large photo goes through the function piece by piece and arrives whole', async () => {
  const { township, main, callers } = apiFunction()
  const { api, events } = phoneOf(main, 't1')
  const phone = createMemoryPhone()
  const contents = Uint8Array.from(
    { length: photoRules.targetBytes },
    (_, index) => (index * 7) % 256,
  )
  phone.album.set(fileId, contents)
  const sha256 = createHash('sha256').update(contents).digest('hex')
  const queue = createSendQueue({
    store: phone.records,
    photos: phone.photos,
    callNamed: api.callNamed,
    sendChunk: api.sendChunk,
    chunkBytes: api.chunkBytes,
    personId: () => 'officer',
    now: () => 1,
    dice: () => 1,
    fault: (cause) => {
      throw cause
    },
    wakeIn: () => undefined,
  })
  const body = {
    commandId,
    matterId: '01890000-0000-7000-8000-0000000000a1',
    kind: '0603',
    text: '村口第二盏',
    gridCode: '441882118215003',
    fileIds: [fileId],
    discoveredAt: '2026-11-23T01:00:00.000Z',
  }
  queue.submit([
    {
      itemId: commandId,
      operation: 'reportMatter',
      matterId: body.matterId,
      body,
      photos: [
        { fileId, bytes: contents.length, sha256, sentBytes: 0, hashFailures: 0, state: 'waiting' },
      ],
      label: { title: '路灯不亮' },
    },
  ])
  await queue.drain()
  expect(queue.read().items.map(({ step }) => step)).toEqual(['done'])
  expect(Buffer.compare(township.files.get(fileId)?.contents ?? Buffer.alloc(0), contents)).toBe(0)
  expect(township.broken).toEqual([])
  expect(events.filter(({ event }) => event.name === 'uploadChunk')).toHaveLength(5)
  expect(Math.max(...events.map(({ bytes }) => bytes))).toBeLessThan(100 * 1024)
  expect(callers).toContainEqual({ name: 'uploadChunk', token: 't1', wechatOpenid: OPENID })
})
