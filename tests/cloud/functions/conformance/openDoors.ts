import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openApp, type App } from '@cloud/app'
import { makeHttpServer } from '@cloud/doors/http/httpServer'
import type { HttpAnswer } from '@cloud/functions/api/httpAccess'
import { makeApiFunction } from '@cloud/functions/api/makeApiFunction'
import { makeTimerFunction } from '@cloud/functions/timer/makeTimerFunction'
import { makeLog } from '@cloud/log'
import { readSettings } from '@cloud/settings'
import type { Database } from '@cloud/store/database'
import { callFunction } from '../../../../config/cloudRunner/callFunction'
import { openCloudRunner, type CloudRunner } from '../../../../config/cloudRunner/openCloudRunner'
import { databaseUnderTest, openTestCounty } from '../../../support/openDatabase'
import type { Answer, Door } from './door'

/** One county with everything in it that a server and a function of the same county share. */
export type County = {
  readonly app: App
  /** For a function in another process; only PostgreSQL has room for one. */
  readonly env: Readonly<Record<string, string>>
  /** The functions, built from the code that is being tested. */
  readonly bundles: string
  close(): Promise<void>
}

/** The built functions need a database that another process can reach. */
export const onPostgres = databaseUnderTest === 'postgres'

const root = path.resolve(__dirname, '../../../..')

export async function openCounty(wechat: Record<string, string> = {}): Promise<County> {
  const { database, close } = await openTestCounty()
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-'))
  const env = {
    LIANXIN_DEMO: '1',
    LIANXIN_DATA: folder,
    LIANXIN_LINK_SECRET: randomBytes(16).toString('hex'),
    LIANXIN_REQUESTS_PER_MINUTE: '1000000',
    LOG_LEVEL: 'warn',
    ...(await databaseAddress(database)),
    ...wechat,
  }
  const kept: Database = { ...database, close: () => Promise.resolve() }
  const bundles = await mkdtemp(path.join(root, 'node_modules/.cache/functions-'))
  if (onPostgres) buildFunctions(bundles)
  const app = await openApp(readSettings(env), { database: kept, log: makeLog('silent') })
  return {
    app,
    env,
    bundles,
    async close() {
      await app.close()
      await close()
      for (const made of [folder, bundles]) await rm(made, { recursive: true })
    },
  }
}

/** Below node_modules, where a bundle finds the packages that the platform would have installed. */
function buildFunctions(folder: string): void {
  const program = path.join(root, 'config/buildCloud.ts')
  execFileSync(process.execPath, ['--import', 'tsx', program, folder], { cwd: root })
}

async function databaseAddress(database: Database): Promise<Record<string, string>> {
  if (!onPostgres) return {}
  const [row] = await database.query<{ name: string }>('select current_database() as name')
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = row?.name ?? ''
  return { DATABASE_URL: url.href }
}

export type OpenDoor = Door & { close(): Promise<void> }

/** The self-hosted server, over a socket. Anybody can write an `x-wx-openid`, so every request does. */
export async function openHttpDoor({ app }: County): Promise<OpenDoor> {
  const server = await makeHttpServer(app, { dist: path.join(root, 'dist/none'), version: '0' })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    async call(name, body, token) {
      const response = await fetch(`${address}/api/v1/${name}`, {
        method: 'POST',
        headers: headers(token),
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    },
    close: () => server.close(),
  }
}

function headers(token: string | undefined): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-wx-openid': 'oForged',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
}

/** The function as a phone calls it: the built one where that can be. */
export function openFunctionDoor(county: County, openid: string): OpenDoor {
  return onPostgres ? openPhoneDoor(county, openid) : openHandlerDoor(county, openid)
}

function openPhoneDoor(county: County, openid: string): OpenDoor {
  const runner = runBundle(county)
  return {
    call: async (name, body, token) =>
      (await runner.call({ name, body, token }, { openid })) as Answer,
    close: () => Promise.resolve(runner.close()),
  }
}

/** The built function, as HTTP access calls it. */
export function openAccessDoor(county: County): OpenDoor {
  const runner = runBundle(county)
  return {
    call: async (name, body, token) => readHttp(await runner.call(wrap(name, body, token))),
    close: () => Promise.resolve(runner.close()),
  }
}

/** Enough instances to race one another; each is a process that starts cold, on a machine that has other work. */
const runnerOptions = { instancesMax: 4, timeoutMs: 60_000 }

function runBundle({ env, bundles }: County): CloudRunner {
  return openCloudRunner(path.join(bundles, 'api'), { env, ...runnerOptions })
}

function wrap(name: string, body: unknown, token: string | undefined) {
  return {
    path: `/api/v1/${name}`,
    httpMethod: 'POST',
    headers: headers(token),
    queryStringParameters: {},
    requestContext: { requestId: 'r', envId: 'lianxin-test', appId: 1, uin: 1 },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  }
}

function readHttp(answer: unknown): Answer {
  const { statusCode, body } = answer as { statusCode: number; body: string }
  return { status: statusCode, body: JSON.parse(body) }
}

/** A photo's signed link, opened by a browser that comes through HTTP access. */
export async function openLink(county: County, link: string): Promise<HttpAnswer> {
  const { pathname, searchParams } = new URL(link, 'https://county.example')
  const queryStringParameters = Object.fromEntries(searchParams)
  const event = { path: pathname, httpMethod: 'GET', headers: {}, queryStringParameters, body: '' }
  if (onPostgres) {
    const bundle = path.join(county.bundles, 'api')
    return (await callFunction(bundle, event, { env: county.env })) as HttpAnswer
  }
  return (await makeFunction(county, undefined)(event, {})) as HttpAnswer
}

/** One round of the built timer function, or of its code in this process, as the platform sets it off. */
export async function runTimer(county: County): Promise<unknown> {
  const Time = new Date().toISOString()
  const event = { Type: 'Timer', TriggerName: 'everyMinute', Time, Message: '' }
  const { app, env, bundles } = county
  if (onPostgres) return callFunction(path.join(bundles, 'timer'), event, { env })
  const parts = { wechatContext: () => ({}), log: app.context.log }
  return makeTimerFunction({ openApp: () => Promise.resolve(app), ...parts })(event, {})
}

function openHandlerDoor(county: County, openid: string): OpenDoor {
  const main = makeFunction(county, openid)
  return {
    async call(name, body, token) {
      const event = JSON.parse(JSON.stringify({ name, body, token }))
      return JSON.parse(JSON.stringify(await main(event, { request_id: 'r' })))
    },
    close: () => Promise.resolve(),
  }
}

/** The function's own code in this process, around an application that is already open. */
function makeFunction({ app }: County, OPENID: string | undefined) {
  const openApp = () => Promise.resolve(app)
  return makeApiFunction({ openApp, wechatContext: () => ({ OPENID }), log: app.context.log })
}
