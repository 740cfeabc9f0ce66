import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMessages } from '@cloud/messages/startMessages'
import { readMessageSettings } from '@cloud/messages/messageSettings'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { aMatterIn, aReport, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { startWechatServer, type WechatServer } from '../../support/wechatServer'

const openid = 'oTang'
const template = 'tProgress'
const township = '441882118'

let county: TestApp
let wechat: WechatServer
let group: { server: Server; url: string; said: string[]; answer: object }
let folder: string
let smsFile: string

beforeEach(async () => {
  wechat = await startWechatServer()
  group = await openGroup()
  folder = mkdtempSync(path.join(tmpdir(), 'lianxin-messages-'))
  smsFile = path.join(folder, 'sms.jsonl')
  county = await openTestApp({
    wechat: { apiBase: wechat.url, appId: wechat.appId, appSecret: wechat.appSecret },
    messages: readMessageSettings({
      WECHAT_MESSAGE_TEMPLATES: template,
      WECOM_API_BASE: group.url,
      LIANXIN_WECOM_ROBOTS: `${township}=robot-key`,
      LIANXIN_SMS_FILE: smsFile,
    }),
  })
  const { database } = county.app.context
  await database.query(`update people set wechat_openid = $1, phone = '' where person_id = $2`, [
    openid,
    county.cast.informationOfficerTang.personId,
  ])
  await database.query(`update people set phone = '13800000000' where person_id = $1`, [
    county.cast.hubOperatorOfXijiang.personId,
  ])
  await drain()
})
afterEach(async () => {
  await county.close()
  await wechat.close()
  await new Promise((resolve) => group.server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** A group's robot in WeCom: one text for each call, by its documented answer. */
async function openGroup() {
  const opened = { said: [] as string[], answer: { errcode: 0, errmsg: 'ok' } as object, url: '' }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { text } = JSON.parse(Buffer.concat(parts).toString()) as { text: { content: string } }
      opened.said.push(
        `${new URL(request.url ?? '', 'http://x').searchParams.get('key')} ${text.content}`,
      )
      response.end(JSON.stringify(opened.answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(opened, { server, url: `http://127.0.0.1:${port}` })
}

async function drain(): Promise<void> {
  const messages = startMessages(county.app.context, { listening: false })
  await messages.drain()
  await messages.stop()
}

async function states(): Promise<string[]> {
  const rows = await county.app.context.database.query<{ line: string }>(
    `select carrier || ' ' || state || ' ' || attempts as line from outside_messages order by 1`,
  )
  return rows.map(({ line }) => line)
}

const texts = () =>
  readFileSync(smsFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { to: string; text: string })

/** The hub sends a report back: its reporter is told. */
async function sendBack(change: Record<string, unknown> = {}): Promise<string> {
  const report = aReport(change)
  await succeed(county.call(county.cast.informationOfficerTang, 'reportMatter', report))
  await succeed(
    county.call(county.cast.hubOperatorOfXijiang, 'actOnMatter', {
      commandId: county.app.context.newId(),
      matterId: report.matterId,
      action: 'sendBack',
      input: { reason: '看不清在哪里，请补一张远一点的照片' },
    }),
  )
  return String(report.matterId)
}

test('whoever agreed to a message on sending is told on WeChat, once, with a way to the matter', async () => {
  wechat.allow(openid, template, 2)
  const matterId = await sendBack()
  await drain()
  await drain()
  expect(wechat.messages).toHaveLength(1)
  expect(wechat.messages[0]).toMatchObject({
    touser: openid,
    template_id: template,
    page: `pages/matter/index?matterId=${matterId}`,
  })
  for (const { value } of Object.values(wechat.messages[0]?.data ?? {}))
    expect([...value].length).toBeLessThanOrEqual(20)
})

test('whoever did not agree is not tried again', async () => {
  await sendBack()
  await drain()
  county.moveClock(HOUR_MS)
  await drain()
  expect(wechat.messages).toEqual([])
  expect(await states()).toContain('wechat refused 1')
})

test('a token that is over before its time is asked for anew, and the message goes', async () => {
  wechat.allow(openid, template, 2)
  await sendBack()
  await drain()
  wechat.endTokens()
  await sendBack()
  await drain()
  expect(wechat.messages).toHaveLength(2)
})

test('what is not for everybody’s eyes says only that there is something', async () => {
  wechat.allow(openid, template, 1)
  const matterId = await sendBack()
  await county.app.context.database.query(
    `update matters set sensitivity = 'S2' where matter_id = $1`,
    [matterId],
  )
  await drain()
  expect(wechat.messages[0]?.data.thing1?.value).toBe('有一件事和你有关')
  expect(JSON.stringify(wechat.messages)).not.toContain('看不清')
})

test('what passes its limit reaches the township’s group and the telephones of those on duty', async () => {
  await aMatterIn('reported', county)
  county.moveClock(5 * DAY_MS)
  await county.app.runRound({ budgetMs: 10_000 })
  expect(group.said.length).toBeGreaterThan(0)
  for (const line of group.said) expect(line).toMatch(/^robot-key /)
  expect(texts().map(({ to }) => to)).toContain('13800000000')
  for (const { text } of texts()) expect([...text].length).toBeLessThanOrEqual(70)
})

test('a group that has heard too much in a minute hears the rest after it', async () => {
  group.answer = { errcode: 45009, errmsg: 'api freq out of limit' }
  await aMatterIn('reported', county)
  county.moveClock(5 * DAY_MS)
  await county.app.runRound({ budgetMs: 10_000 })
  const tried = group.said.length
  await drain()
  expect(group.said).toHaveLength(tried)
  group.answer = { errcode: 0, errmsg: 'ok' }
  county.moveClock(MINUTE_MS)
  await drain()
  expect(await states()).toContain('wecom sent 2')
})

test('a carrier that is down for a day is given up, and what waited for nobody is not kept for ever', async () => {
  wechat.hang()
  group.answer = { errcode: -1, errmsg: 'system busy' }
  await aMatterIn('reported', county)
  county.moveClock(5 * DAY_MS)
  await county.app.runRound({ budgetMs: 10_000 })
  for (let hour = 0; hour < 30; hour++) {
    county.moveClock(HOUR_MS)
    await drain()
  }
  expect((await states()).filter((line) => line.startsWith('wecom waiting'))).toEqual([])
  county.moveClock(31 * DAY_MS)
  await drain()
  expect(await states()).toEqual([])
})
