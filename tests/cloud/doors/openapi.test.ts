import * as v from 'valibot'
import type { Actor } from '@domain/access/actor'
import { chinaIsoDay } from '@domain/shared/instant'
import { noSettings } from '@domain/settings/countySettings'
import { commonProblems, type Operation } from '@contract/operation'
import { CONSENT_VERSION } from '@contract/api/myData'
import { operations, type OperationName } from '@contract/operations'
import { problems, type Problem } from '@contract/problems'
import { noisyPicture, sha256Of } from '../files/pictures'
import { placeInBaozhu, testCounty } from '../../support/testCounty'
import { newId, readAnswer, send } from '../../support/httpClient'
import { aMatterIn, aReport, succeed } from '../../support/openTestApp'
import { accountStops } from './accountStops'
import { deskStops, type Stop } from './deskStops'
import { openTestDoor, type TestDoor } from './openDoor'

type Json = { readonly [name: string]: any }

let door: TestDoor
let document: Json

beforeAll(async () => {
  door = await openTestDoor()
  document = (await readAnswer(await fetch(`${door.url}/openapi.json`))).body as Json
}, 60_000)
afterAll(() => door.close())

const names = Object.keys(operations) as OperationName[]
const methods = () =>
  Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the document that other systems are built from', () => {
  test('is OpenAPI 3.1 in every part a reader of it relies on', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: '0.1.0' },
    })
    const ids = methods().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of methods()) {
      expect(method).toMatch(/^(get|post)$/)
      expect(path).toMatch(/^\/api\/v1\/[\w/{}]+$/)
      expect(operation).toMatchObject({ summary: expect.stringMatching(/\p{Script=Han}/u) })
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = (operation.parameters ?? []).filter((one: Json) => one.in === 'path')
      expect(declared.map((one: Json) => one.name)).toEqual(inPath)
      for (const scheme of operation.security.flatMap(Object.keys))
        expect(document.components.securitySchemes).toHaveProperty(scheme)
      for (const [status, response] of Object.entries<Json>(operation.responses)) {
        expect(status).toMatch(/^[2345]\d\d$/)
        expect(response.description).not.toBe('')
      }
    }
  })

  test('refers to nothing that it does not hold, and every schema says what it is', () => {
    const refs: string[] = []
    walk(document, (node) => {
      if (typeof node.$ref === 'string') refs.push(node.$ref)
      if ('properties' in node) expect(node.type).toBe('object')
      if (!Array.isArray(node.required)) return
      for (const name of node.required as string[]) expect(node.properties).toHaveProperty([name])
    })
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs) expect(resolve(document, ref)).toBeDefined()
  })

  test('names every operation of the contract, and demands a session where the contract does', () => {
    for (const name of names) {
      const { post } = document.paths[`/api/v1/${name}`] ?? {}
      expect(post?.operationId).toBe(name)
      expect(post.summary).toBe(operations[name].summary)
      expect(post.security).toEqual((operations[name] as Operation).open ? [] : [{ session: [] }])
      expect(post.requestBody.content['application/json'].schema).toBeDefined()
      expect(post.responses['200'].content['application/json'].schema.type).toBe('object')
    }
  })

  test('lists every problem an operation can answer with, under its status', () => {
    for (const name of names) {
      const { responses } = document.paths[`/api/v1/${name}`].post
      for (const code of [...operations[name].problems, ...commonProblems]) {
        const response = responses[String(problems[code].status)]
        expect(response.description).toContain(`\`${code}\``)
        expect(response.content['application/problem+json'].schema).toEqual({
          $ref: '#/components/schemas/Problem',
        })
      }
    }
    expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problems))
  })

  test('describes the roads that are no commands: pieces of photos, photos, and the live stream', () => {
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/files/{fileId}/chunks',
        '/api/v1/photos/{key}',
        '/api/v1/live',
      ]),
    )
  })
})

/** 反诈劝阻: an address that is opened for one person, and on record. */
async function warnedOf(hub: Actor): Promise<string> {
  const matterId = newId()
  const fields = { source: 'police', scam: 'acquaintance', phone: '19900009999' }
  const report = { ...aReport({ kind: '1501' }), matterId, fields }
  const body = await succeed(door.call(hub, 'reportMatter', report))
  return body.matter.matterId as string
}

const nothingHeld = {
  deviceId: newId(),
  turn: 1,
  reports: 0,
  actions: 0,
  photos: 0,
  voices: 0,
  films: 0,
  bytes: 0,
  needsYou: [],
}

/** A walk past all operations; each stop is asked for when its turn comes. */
async function tour(): Promise<readonly (() => Stop | Promise<Stop>)[]> {
  const { cast } = door
  const {
    informationOfficerTang: officer,
    hubOperatorOfXijiang: hub,
    gridWorkerLi: worker,
    countyAdmin,
  } = cast
  const report = aReport()
  const today = chinaIsoDay(Date.now())
  const picture = await noisyPicture(60, 40)
  const photo = { fileId: newId(), offset: 0, bytes: picture.length, sha256: sha256Of(picture) }
  const endpoint = { endpointId: newId(), name: '市平台', areaCode: testCounty.code, url: null }
  const taskOf = async () => {
    const matterId = await aMatterIn('dispatched', door)
    return (await succeed(door.call(worker, 'getMatter', { matterId }))).matter.task
      .taskId as string
  }
  const handled = await aMatterIn('handled', door)
  const binding = { account: `io-${testCounty.village}-4` }
  const head = `head-${testCounty.township}`
  const handOver = {
    commandId: newId(),
    account: `gw-${testCounty.grid}-1`,
    owner: { kind: 'area', areaCode: testCounty.village },
  }
  const settings = {
    flows: { incident: { limits: { sentBack: { hours: 5, clock: 'elapsed' } } } },
    kinds: { '0608': { basePoints: 4 } },
    ownKinds: [],
  }
  const change = { commandId: newId(), basedOn: 0, content: settings, note: '试行' }
  const board = { areaCode: testCounty.township, from: today, until: today, flow: 'incident' }
  const kept: { secret?: string; cursor?: string } = {}
  return [
    () => ['signIn', undefined, { method: 'demo', user: 'officer' }],
    () => ['whoAmI', officer, {}],
    () => ['listKinds', officer, {}],
    () => ['listAreas', officer, { parentCode: testCounty.code }],
    () => ['listGrids', officer, { areaCode: testCounty.village, withGeometry: true }],
    () => ['findGrid', officer, { place: placeInBaozhu }],
    () => ['uploadChunk', officer, { ...photo, data: picture.toString('base64') }],
    () => ['getFile', officer, { fileId: photo.fileId }],
    () => ['reportHoldings', officer, { ...nothingHeld, reports: 1 }],
    () => ['readHoldings', hub, {}],
    () => ['reportMatter', officer, { ...report, fileIds: [photo.fileId] }],
    async () => {
      const { secret } = await succeed(door.call(countyAdmin, 'registerEndpoint', endpoint))
      kept.secret = secret
      return ['registerEndpoint', countyAdmin, endpoint]
    },
    () => [
      'actOnMatter',
      hub,
      { commandId: newId(), matterId: report.matterId, action: 'accept', input: {} },
    ],
    () => [
      'actOnMatter',
      hub,
      { commandId: newId(), matterId: report.matterId, action: 'confirmReport', input: {} },
    ],
    () => ['listAssignees', hub, { matterId: report.matterId }],
    () => ['getMatter', officer, { matterId: report.matterId }],
    () => ['getMatter', worker, { matterId: handled }],
    () => [
      'listMatters',
      hub,
      { order: 'due', filter: { open: true, areaCode: testCounty.township } },
    ],
    () => ['listChanges', hub, {}],
    () => ['listChanges', hub, { after: '0.0', limit: 20 }],
    async () => ['claimTask', worker, { commandId: newId(), taskId: await taskOf() }],
    () => ['listTasks', worker, { box: 'mine' }],
    () => ['listTasks', worker, { box: 'pool' }],
    () => ['listTasks', worker, { box: 'done' }],
    () => ['getPoints', officer, {}],
    () => ['listPostings', officer, {}],
    () => ['listEndpoints', countyAdmin, {}],
    () => ['listDeliveries', countyAdmin, { endpointId: endpoint.endpointId }],
    () => ['replayDeliveries', countyAdmin, { endpointId: endpoint.endpointId }],
    () => ['listAttempts', countyAdmin, { endpointId: endpoint.endpointId, deliveryId: newId() }],
    () => [
      'changeSubscription',
      countyAdmin,
      { endpointId: endpoint.endpointId, before: null, kinds: ['10'] },
    ],
    () => [
      'rotateSecret',
      countyAdmin,
      { commandId: newId(), endpointId: endpoint.endpointId, endPrevious: false },
    ],
    async () => {
      const reached = { ...endpoint, endpointId: newId(), url: 'http://127.0.0.1:9/' }
      await succeed(door.call(countyAdmin, 'registerEndpoint', reached))
      return ['testEndpoint', countyAdmin, { endpointId: reached.endpointId }]
    },
    () => ['pullEvents', kept.secret, {}],
    async () => {
      const { body } = await send(door.url, 'pullEvents', {}, { token: kept.secret })
      return ['acknowledgeEvents', kept.secret, { cursor: (body as Json).cursor }]
    },
    () => ['describeServer', undefined, {}],
    () => ['issueBindingCode', countyAdmin, { commandId: newId(), account: binding.account }],
    async () => {
      const issue = { commandId: newId(), account: binding.account }
      const { code } = await succeed(door.call(countyAdmin, 'issueBindingCode', issue))
      const fromWechat = { method: 'wechat', code: 'told by the platform' }
      const phone = await door.app.dispatch('signIn', fromWechat, { wechatOpenid: 'oLi' })
      return ['bindAccount', (phone.body as Json).token, { code }]
    },
    () => ['findSimilar', hub, { matterId: report.matterId }],
    () => ['searchPeople', hub, { search: '' }],
    () => [
      'findSaidBefore',
      cast.gridWorkerLi,
      { kind: '2401', areaCode: testCounty.grid, fields: { household: '3组12号' } },
    ],
    () => ['readMyFigures', cast.gridWorkerLi, {}],
    () => ['listNotices', hub, {}],
    () => ['readSettlement', hub, { matterId: report.matterId }],
    () => ['listCards', officer, {}],
    () => ['readFigures', hub, { areaCode: testCounty.township, from: today, until: today }],
    () => ['readBoard', hub, { ...board, by: 'area' }],
    () => ['readWall', hub, { areaCode: testCounty.township }],
    () => ['listCounted', hub, { ...board, number: 'count.reported' }],
    () => ['listRoll', hub, { matterId: report.matterId, roll: 'answers' }],
    async () => ['openSecret', hub, { matterId: await warnedOf(hub), field: 'phone' }],
    () => ['previewCountySettings', countyAdmin, { content: settings }],
    () => ['changeCountySettings', countyAdmin, change],
    () => ['readCountySettings', countyAdmin, {}],
    () => ['handOverTasks', cast.hubHeadOfXijiang, handOver],
    async () => {
      const { matter } = await succeed(door.call(hub, 'getMatter', { matterId: report.matterId }))
      return ['followMatter', undefined, { code: matter.followCode }]
    },
    () => ['listContacts', cast.residentChen, {}],
    () => ['listGuides', undefined, {}],
    ...deskStops(door, { matterId: report.matterId, fileId: photo.fileId }),
    () => ['readMyData', cast.residentChen, {}],
    () => ['exportMyData', officer, {}],
    () => ['correctMyData', cast.residentChen, { name: '陈小晴', phone: '' }],
    () => ['withdrawConsent', cast.residentChen, {}],
    () => ['giveConsent', cast.residentChen, { version: CONSENT_VERSION }],
    () => ['closeMyAccount', cast.anotherResident, { confirmed: true }],
    ...accountStops(door),
    () => ['setPassword', countyAdmin, { account: head, password: 'Lian-zhou-2026-qiu' }],
    () => ['disablePerson', countyAdmin, { account: binding.account, reason: '已调离' }],
    () => ['disableEndpoint', countyAdmin, { endpointId: endpoint.endpointId }],
    async () => ['signOut', await door.signIn(officer), {}],
  ]
}

describe('what the server really answers', () => {
  test('is what the contract says, nothing missing and nothing more, for each operation', async () => {
    const seen = new Set<OperationName>()
    for (const stop of await tour()) {
      const [name, who, body] = await stop()
      const token = typeof who === 'object' ? await door.signIn(who) : who
      const answer = await send(door.url, name, body, { token })
      expect(`${name} ${answer.status} ${answer.status === 200 ? '' : answer.text}`).toBe(
        `${name} 200 `,
      )
      const parsed = v.safeParse(strictly(operations[name].response), answer.body)
      expect({
        name,
        issues: parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`),
      }).toEqual({ name })
      seen.add(name)
    }
    expect([...seen].sort()).toEqual([...names].sort())
  })

  test('is refused, where it is refused, with a problem the operation declares', async () => {
    const { cast } = door
    const matterId = newId()
    const wrong: readonly Stop[] = [
      ['reportMatter', cast.countyAdmin, aReport()],
      ['reportMatter', cast.residentChen, aReport({ kind: '9999' })],
      ['reportMatter', cast.residentChen, aReport({ place: undefined })],
      ['reportMatter', cast.residentChen, aReport({ discoveredAt: '2001-01-01T00:00:00Z' })],
      ['reportMatter', cast.residentChen, aReport({ text: '长'.repeat(3000) })],
      ['getMatter', cast.residentChen, { matterId }],
      [
        'actOnMatter',
        cast.hubOperatorOfXijiang,
        { commandId: newId(), matterId, action: 'accept' },
      ],
      ['listMatters', cast.gridWorkerLi, { filter: { areaCode: testCounty.anotherTownship } }],
      ['listMatters', cast.gridWorkerLi, { after: 'nonsense' }],
      ['listChanges', cast.gridWorkerLi, { after: 'nonsense' }],
      ['listTasks', cast.residentChen, {}],
      ['listTasks', cast.gridWorkerLi, { after: 'nonsense' }],
      ['listPostings', cast.countyAdmin, {}],
      ['listAssignees', cast.residentChen, { matterId }],
      ['listAssignees', cast.hubOperatorOfXijiang, { matterId }],
      ['claimTask', cast.gridWorkerLi, { commandId: newId(), taskId: newId() }],
      ['findGrid', cast.residentChen, { place: { longitude: 0, latitude: 0, datum: 'wgs84' } }],
      ['getFile', cast.residentChen, { fileId: newId() }],
      [
        'uploadChunk',
        cast.residentChen,
        { fileId: newId(), offset: 9, bytes: 99, sha256: 'a'.repeat(64), data: 'AAAA' },
      ],
      ['listDeliveries', cast.countyAdmin, { endpointId: newId() }],
      ['disableEndpoint', cast.hubHeadOfXijiang, { endpointId: newId() }],
      ['replayDeliveries', cast.gridWorkerLi, { endpointId: newId() }],
      [
        'registerEndpoint',
        cast.hubHeadOfXijiang,
        { endpointId: newId(), name: '外', areaCode: testCounty.code, url: null },
      ],
      [
        'changeCountySettings',
        cast.countyAdmin,
        { commandId: newId(), basedOn: 99, content: noSettings, note: '' },
      ],
      ['readCountySettings', cast.countyAdmin, { version: 99 }],
      ['previewCountySettings', cast.hubHeadOfXijiang, { content: noSettings }],
      ['reportHoldings', cast.countyAdmin, { ...nothingHeld, deviceId: newId() }],
      ['readHoldings', cast.gridWorkerLi, {}],
      ['pullEvents', 'whsec_invented', {}],
      ['acknowledgeEvents', undefined, { cursor: 'x' }],
      ['signIn', undefined, { method: 'wechat', code: 'x' }],
      ['signIn', undefined, { method: 'password', account: 'x', password: 'x' }],
    ]
    for (const [name, who, body] of wrong) {
      const token = typeof who === 'object' ? await door.signIn(who) : who
      const answer = await send(door.url, name, body, { token })
      const { code } = answer.body as Problem
      expect([name, ...operations[name].problems, ...commonProblems]).toContain(code)
    }
  })
})

/** The same schema without room for anything more, however deep. */
function strictly(schema: any): v.GenericSchema {
  switch (schema.type) {
    case 'object':
      return v.strictObject(mapValues(schema.entries, strictly))
    case 'array':
      return 'pipe' in schema ? schema : v.array(strictly(schema.item))
    case 'optional':
      return v.optional(strictly(schema.wrapped))
    case 'nullable':
      return v.nullable(strictly(schema.wrapped))
    case 'variant':
      return v.union(schema.options.map(strictly))
    default:
      return schema
  }
}

function mapValues(
  entries: Json,
  change: (value: any) => v.GenericSchema,
): Record<string, v.GenericSchema> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]))
}

function walk(node: unknown, visit: (node: Json) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node)
  for (const child of Object.values(node)) walk(child, visit)
}

function resolve(root: Json, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<any>((node, name) => node?.[name], root)
}
