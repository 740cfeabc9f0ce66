import {
  area,
  choice,
  consent,
  day,
  line,
  moment,
  money,
  optional,
  person,
  rows,
} from '@domain/flows/fields'
import { drawForm } from '@cloud/queries/drawForm'
import type { Network } from '../../support/weappHost'
import { createFakeTownship } from './fakeTownship'
import { kindOf, kinds, matterOf, officerZeng, ownGrid } from './township'

/** A server for the compiled mini-program: one signed-in officer, a few kinds, and the township's queue door. */
export function createCompiledApi() {
  const township = createFakeTownship()
  const names: string[] = []
  const world = {
    person: officerZeng,
    reachable: true,
    cutAfterBytes: Infinity,
    photoBytes: 0,
    matter: {},
  }
  const queries: Record<string, unknown> = {
    describeServer: {
      demo: true,
      county: { code: '441882', name: '连州市' },
      serverTime: new Date().toISOString(),
    },
    listKinds: { items: [...kinds, teaKind, ...manyKinds()] },
    listAreas: { items: [{ code: '441882118', name: '西江镇' }] },
    listGrids: { datum: 'gcj02', items: [ownGrid] },
    findGrid: { grid: ownGrid },
    listMatters: { items: manyMatters(), next: 'more' },
    listTasks: { items: manyMatters(), next: null },
    listChanges: { items: [], cursor: '1' },
    getPoints: { balance: 12, earns: true },
    getMatter: { matter: matterOf(), history: [], actions: [], children: [] },
    listPostings: { items: [], next: null },
    reportHoldings: { heardAt: new Date().toISOString() },
    listNotices: { items: [], next: null },
    listCards: { items: [], next: null },
    findSimilar: { items: [] },
    readMyFigures: { month: '2026-11', figures: [], cut: false },
    listContacts: { area: { code: '441882118215', name: '宝珠村' }, items: [] },
    listGuides: { items: [] },
    readMyData: {
      data: {
        person: world.person,
        phone: '',
        selfManaged: false,
        consentVersion: '2026-11',
        consents: [],
        readers: [],
        openSessions: 1,
        matters: 3,
      },
    },
  }

  const network: Network = async ({ url, body }) => {
    const { pathname, searchParams } = new URL(url)
    const name = pathname.replace('/api/v1/', '')
    names.push(name)
    if (!world.reachable) throw new Error('offline')
    if (name.startsWith('files/')) return uploaded(name, searchParams, body ?? new Uint8Array())
    const input = JSON.parse(Buffer.from(body ?? []).toString() || '{}') as unknown
    if (name === 'signIn')
      return json({ token: 'token', expiresAt: '2027-01-01T00:00:00Z', person: world.person })
    if (name === 'whoAmI')
      return json({
        person: world.person,
        county: { code: '441882', name: '连州市' },
        serverTime: new Date().toISOString(),
      })
    if (name in queries) {
      const query = queries[name]
      return json(
        typeof query === 'function' ? (query as (input: unknown) => unknown)(input) : query,
      )
    }
    const answer = township.callNamed(name, input)
    return json(answer.kind === 'done' ? { matter: matterOf(world.matter) } : {})
  }

  function uploaded(path: string, query: URLSearchParams, body: Uint8Array) {
    if (world.photoBytes + body.length > world.cutAfterBytes) throw new Error('offline')
    world.photoBytes += body.length
    const [offset, bytes] = [Number(query.get('offset')), Number(query.get('bytes'))]
    const heading = {
      fileId: path.split('/')[1] ?? '',
      offset,
      bytes,
      sha256: query.get('sha256') ?? '',
    }
    const answer = township.sendChunk(heading, Uint8Array.from(body).buffer)
    return answer.kind === 'refused'
      ? json(answer.problem, answer.problem.status)
      : json(answer.kind === 'done' ? answer.value : {})
  }

  return { township, names, world, network, queries }
}

function json(value: unknown, status = 200) {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Uint8Array.from(Buffer.from(JSON.stringify(value))),
  }
}

/** A flow that the compiled app has never heard of, with a field of many a type. */
const teaKind = kindOf('9901', '喝茶', null, {
  flow: 'teaRound',
  flowTitle: '茶话会',
  purpose: '坐下来，喝一杯',
  at: 'village',
  photosMax: 0,
  form: drawForm([
    choice('wish', '喝什么', { green: '绿茶', black: '红茶' }),
    line('cup', '用谁的杯子'),
    money('cost', '多少钱'),
    day('on', '哪天'),
    rows('guests', '请谁来'),
    area('where', '哪个村'),
    consent('agreed', '同意', '茶叶自带，喝完收好'),
    optional(person('host', '谁张罗')),
    optional(moment('at', '几点')),
  ]),
})

/** As many kinds as a county has, so that what a page first sends is what it sends on a real phone. */
function manyKinds() {
  return Array.from({ length: 69 }, (_, index) => ({
    ...kinds[0],
    code: String(1000 + index),
    rank: index < 4 ? index + 3 : null,
    category: String(10 + (index % 9)),
    name: `第 ${index} 种要处理的事情`,
  }))
}

function manyMatters() {
  return Array.from({ length: 20 }, (_, index) => matterOf({ matterId: `m-${index}` as never }))
}

export function signedInStorage(person = officerZeng): Map<string, string> {
  const session = {
    status: 'signed-in',
    token: 'token',
    person,
    county: { code: '441882', name: '连州市' },
  }
  return new Map([['session', JSON.stringify({ data: session })]])
}
