import path from 'node:path'
import type { PersonId } from '@domain/shared/ids'
import { openPglite } from '@cloud/store/openPglite'
import { openPostgres } from '@cloud/store/openPostgres'
import { makeSessions } from '@cloud/store/sessions'
import { ask, newId, send, type HttpAnswer } from '../support/httpClient'
import { killAllServers, startServer } from '../support/serverProcess'
import { placeInBaozhu, testCounty } from '../support/testCounty'
import { openLiveStream } from './liveStream'
import { homeUnderTest, makeHome, type Home } from './makeHome'
import { openWebhookReceiver, type WebhookReceiver } from './webhookReceiver'

/** PostgreSQL serves any number of processes; the embedded database belongs to one, which keeps the same promises. */
const onPostgres = homeUnderTest === 'PostgreSQL'
const PROCESSES = onPostgres ? 3 : 1
const env = {
  LIANXIN_PUBLIC_URL: 'https://lianzhou.example',
  LIANXIN_LINK_SECRET: 'the same for all processes of the county',
}

let home: Home
let receiver: WebhookReceiver
/** Of each process; at(n) wraps around. */
let urls: string[]
let tokens: { officer: string; hub: string }
/** Of fifty grid workers of the township, one each. */
let workers: string[]

beforeAll(async () => {
  home = await makeHome(homeUnderTest)
  workers = await signInWorkers(home, 50)
  receiver = await openWebhookReceiver()
  const servers = Array.from({ length: PROCESSES }, () => startServer({ ...home, env }))
  urls = await Promise.all(servers.map(({ ready }) => ready))
  tokens = { officer: await tokenOf('officer'), hub: await tokenOf('hubOperator') }
  const endpoint = {
    endpointId: newId(),
    name: '市平台',
    areaCode: testCounty.code,
    url: receiver.url,
  }
  receiver.trust(
    (await ask(at(0), 'registerEndpoint', endpoint, await tokenOf('countyAdmin'))).secret,
  )
})
afterAll(async () => {
  killAllServers()
  await receiver.close()
  await home.discard()
})

const at = (index: number) => urls[index % urls.length] ?? ''

async function tokenOf(user: 'officer' | 'hubOperator' | 'countyAdmin'): Promise<string> {
  return (await ask(at(0), 'signIn', { method: 'demo', user })).token
}

function aReport() {
  const discoveredAt = new Date().toISOString()
  return {
    commandId: newId(),
    matterId: newId(),
    kind: '0501',
    text: '垃圾',
    place: placeInBaozhu,
    discoveredAt,
  }
}

test('reports through all processes at once have numbers of their own, and the hub outside is told of each', async () => {
  const reports = Array.from({ length: 150 }, aReport)
  const answers = await Promise.all(
    reports.map((report, index) => ask(at(index), 'reportMatter', report, tokens.officer)),
  )
  expect(new Set(answers.map(({ matter }) => matter.number)).size).toBe(reports.length)
  const ids = reports.map(({ matterId }) => matterId)
  const told = () => new Set(receiver.deliveries.map((event) => event.subject))
  await receiver.until(() => ids.every((id) => told().has(id)))
  expect(receiver.refused).toEqual([])
})

test('one report sent through all processes at once is one matter and one answer', async () => {
  const report = aReport()
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      send(at(index), 'reportMatter', report, { token: tokens.officer }),
    ),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers[0]?.status).toBe(200)
  const { history } = await ask(at(1), 'getMatter', { matterId: report.matterId }, tokens.hub)
  expect(history).toHaveLength(1)
})

test('of fifty workers who claim at once, through whichever process, one wins and the others are told who', async () => {
  const report = aReport()
  await ask(at(0), 'reportMatter', report, tokens.officer)
  const step = (action: string, input = {}) => ({
    commandId: newId(),
    matterId: report.matterId,
    action,
    input,
  })
  await ask(at(1), 'actOnMatter', step('accept'), tokens.hub)
  const toEverybody = step('dispatch', { owner: { kind: 'area', areaCode: testCounty.township } })
  const { matter } = await ask(at(2), 'actOnMatter', toEverybody, tokens.hub)
  const taskId = matter.task?.taskId ?? ''
  const answers = await Promise.all(
    workers.map((token, index) =>
      send(at(index), 'claimTask', { commandId: newId(), taskId }, { token }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const others = answers.filter(({ status }) => status !== 200)
  expect(new Set(others.map(codeOf))).toEqual(new Set(['task.already-claimed']))
  const { matter: claimed, history } = await ask(
    at(1),
    'getMatter',
    { matterId: report.matterId },
    tokens.hub,
  )
  expect(history.map(({ action }) => action)).toEqual(['report', 'accept', 'dispatch', 'claim'])
  const winner = claimed.task?.claimedBy?.name
  for (const { body } of others) expect(body).toMatchObject({ details: { claimedByName: winner } })
})

test('a console at one process shows what was reported and decided through the others', async () => {
  const console = await openLiveStream(at(0), tokens.hub)
  const report = aReport()
  await ask(at(1), 'reportMatter', report, tokens.officer)
  const accept = { commandId: newId(), matterId: report.matterId, action: 'accept' }
  await ask(at(2), 'actOnMatter', accept, tokens.hub)
  const mine = () => console.changes.filter(({ matter }) => matter.matterId === report.matterId)
  await console.until(() => mine().length === 2)
  expect(mine().map(({ action }) => action)).toEqual(['report', 'accept'])
  console.leave()
})

test('who signed out at one process is a stranger to every process that does not know them yet', async () => {
  const token = await tokenOf('officer')
  await ask(at(0), 'whoAmI', {}, token)
  await ask(at(0), 'signOut', {}, token)
  for (const url of urls)
    expect(codeOf(await send(url, 'whoAmI', {}, { token }))).toBe('access.session-ended')
})

if (onPostgres) {
  test('a process that is killed takes nothing with it: the others go on, and finish what it had begun to tell', async () => {
    const extra = startServer({ ...home, env })
    const url = await extra.ready
    const reports = Array.from({ length: 40 }, aReport)
    for (const report of reports) await ask(url, 'reportMatter', report, tokens.officer)
    extra.signal('SIGKILL')
    await extra.exited
    const ids = reports.map(({ matterId }) => matterId)
    await receiver.until(() =>
      ids.every((id) => receiver.deliveries.some((event) => event.subject === id)),
    )
    expect(
      (await ask(at(1), 'getMatter', { matterId: ids[0] ?? '' }, tokens.hub)).history,
    ).toHaveLength(1)
  })
}

/** Grid workers come through WeChat; here their sessions are there before the first process starts. */
async function signInWorkers({ databaseUrl, dataDir }: Home, count: number): Promise<string[]> {
  const database = databaseUrl
    ? await openPostgres(databaseUrl, 1)
    : await openPglite({ dataDir: path.join(dataDir, 'pglite') })
  const sessions = makeSessions(database, testCounty.id)
  const people = await database.query<{ person_id: PersonId }>(
    `select person_id from posts where county_id = $1 and role = 'gridWorker' and starts_with(area_code, $2)
     order by area_code limit $3`,
    [testCounty.id, testCounty.township, count],
  )
  const found: string[] = []
  for (const { person_id } of people)
    found.push((await sessions.begin(person_id, Date.now())).token)
  await database.close()
  if (found.length < count)
    throw new Error(`Only ${found.length} grid workers in ${testCounty.township}`)
  return found
}

function codeOf({ body }: HttpAnswer): string {
  return (body as { code: string }).code
}
