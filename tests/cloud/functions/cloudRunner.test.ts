import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { callFunction } from '../../../config/cloudRunner/callFunction'
import { openCloudRunner } from '../../../config/cloudRunner/openCloudRunner'

/** The runner stands in for the platform, so what is proved with it is only as good as what it keeps of the rules. */
const bundle = `
let requests = 0
const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
exports.main = async (event, context) => {
  requests += 1
  if (!event.waitsForLoop) context.callbackWaitsForEmptyEventLoop = false
  if (event.keepBusyMs) setTimeout(() => {}, event.keepBusyMs)
  if (event.waitMs) await new Promise((resolve) => setTimeout(resolve, event.waitMs))
  if (event.fails) throw new Error('it failed')
  return { requests, event, who: cloud.getWXContext(), filler: 'x'.repeat(event.fillerBytes ?? 0) }
}`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cloud-function-'))
  await writeFile(path.join(folder, 'index.js'), bundle)
})
afterAll(() => rm(folder, { recursive: true }))

test('who calls is told by the platform, and is forgotten with the next request', async () => {
  const runner = openCloudRunner(folder)
  const phone = await runner.call({ n: 1 }, { openid: 'oLi' })
  const nobody = await runner.call({ userInfo: { openId: 'oForged' } })
  expect(phone).toMatchObject({ requests: 1, who: { OPENID: 'oLi', SOURCE: 'wx_client' } })
  expect(nobody).toMatchObject({ requests: 2, who: {} })
  expect(nobody).not.toHaveProperty('who.OPENID')
  runner.close()
})

test('an instance serves one request at a time; another request meets another instance', async () => {
  const runner = openCloudRunner(folder)
  const both = await Promise.all([runner.call({ waitMs: 300 }), runner.call({ waitMs: 300 })])
  expect(both).toMatchObject([{ requests: 1 }, { requests: 1 }])
  expect(await runner.call({})).toMatchObject({ requests: 2 })
  expect(runner.instances()).toHaveLength(2)
  runner.close()
})

test('too much in, too much out and too long are refused', async () => {
  const tooLarge = { errCode: 'EXCEED_MAX_PAYLOAD_SIZE' }
  await expect(callFunction(folder, { text: '字'.repeat(35_000) })).rejects.toMatchObject(tooLarge)
  await expect(callFunction(folder, { fillerBytes: 6 * 1024 * 1024 })).rejects.toMatchObject(
    tooLarge,
  )
  await expect(callFunction(folder, { waitMs: 5000 }, { timeoutMs: 500 })).rejects.toMatchObject({
    errCode: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  })
})

test('a failure is the answer to that request only', async () => {
  const runner = openCloudRunner(folder)
  await expect(runner.call({ fails: true })).rejects.toMatchObject({
    errCode: 'FUNCTIONS_EXECUTE_FAIL',
  })
  expect(await runner.call({})).toMatchObject({ requests: 2 })
  runner.close()
})

test('an answer waits for what is still open, unless the function says it need not', async () => {
  const elapsedMs = async (event: object) => {
    const began = Date.now()
    await callFunction(folder, event)
    return Date.now() - began
  }
  expect(await elapsedMs({ keepBusyMs: 2500, waitsForLoop: true })).toBeGreaterThan(2500)
  expect(await elapsedMs({ keepBusyMs: 2500 })).toBeLessThan(2500)
})
