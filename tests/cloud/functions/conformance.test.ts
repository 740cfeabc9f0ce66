import { ask, refusalOf, type Door } from './conformance/door'
import {
  openAccessDoor,
  onPostgres,
  openCounty,
  openFunctionDoor,
  openHttpDoor,
  type County,
  type OpenDoor,
} from './conformance/openDoors'
import { photoBehaviours } from './conformance/photoBehaviours'
import { pointsBehaviours } from './conformance/pointsBehaviours'
import { refusalBehaviours } from './conformance/refusalBehaviours'
import { reportBehaviours } from './conformance/reportBehaviours'
import { signInBehaviours } from './conformance/signInBehaviours'
import { startWechatServer, type WechatServer } from '../../support/wechatServer'

/**
 * Whichever way a township runs the backend, its people meet the same rules: one suite through every door, on one
 * database. The built function needs a database of its own process; on the embedded one its code runs in this process.
 */
jest.setTimeout(60_000)

const li = 'oLi_openid_of_a_villager'

let wechat: WechatServer
let county: County

beforeAll(async () => {
  wechat = await startWechatServer()
  county = await openCounty({
    WECHAT_API_BASE: wechat.url,
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
  })
})

afterAll(async () => {
  await county.close()
  await wechat.close()
})

const doors = [
  ['the server', openHttpDoor],
  ['the cloud function', (of: County) => openFunctionDoor(of, li)],
  ...(onPostgres ? [['the cloud function behind HTTP access', openAccessDoor]] : []),
] as [string, (county: County) => Promise<OpenDoor> | OpenDoor][]

describe.each(doors)('through %s', (_name, open) => {
  let door: OpenDoor
  const doorOf = () => door

  beforeAll(async () => void (door = await open(county)))
  afterAll(() => door.close())

  signInBehaviours(doorOf)
  reportBehaviours(doorOf)
  refusalBehaviours(doorOf)
  photoBehaviours(doorOf)
  pointsBehaviours(doorOf)
})

describe('a villager who comes through WeChat', () => {
  const opened: OpenDoor[] = []
  const open = async (door: OpenDoor | Promise<OpenDoor>): Promise<Door> => {
    opened.push(await door)
    return door
  }
  const openFunction = (openid: string) => open(openFunctionDoor(county, openid))
  const signIn = (door: Door, code: string) => ask(door, 'signIn', { method: 'wechat', code })

  afterAll(() => Promise.all(opened.map((door) => door.close())))

  test('is the same person through the cloud function and through the server', async () => {
    const server = await open(openHttpDoor(county))
    const cloud = await openFunction(li)
    const byContext = await signIn(cloud, 'wx-context')
    const byCode = await signIn(server, wechat.mintCode(li))
    expect(byCode.person).toEqual(byContext.person)
    expect(byContext.person.posts).toMatchObject([{ role: 'resident' }])
    expect((await ask(server, 'whoAmI', {}, byContext.token)).person).toEqual(byCode.person)
  })

  test('is not taken for the neighbour who uses the same function', async () => {
    const [mine, theirs] = [
      await signIn(await openFunction(li), 'wx-context'),
      await signIn(await openFunction('oWang_openid'), 'wx-context'),
    ]
    expect(mine.person.personId).not.toBe(theirs.person.personId)
  })

  test('is not whoever a header or an event claims to be', async () => {
    const attempt = { method: 'wechat', code: 'wx-context' }
    const server = await open(openHttpDoor(county))
    const refused = { code: 'access.wechat-code-used' }
    expect(await refusalOf(server, 'signIn', attempt)).toMatchObject(refused)
    if (!onPostgres) return
    const access = await open(openAccessDoor(county))
    expect(await refusalOf(access, 'signIn', attempt)).toMatchObject(refused)
  })

  test('leaves no session key of WeChat in anything the county keeps or says', async () => {
    const server = await open(openHttpDoor(county))
    const answer = await signIn(server, wechat.mintCode('oNew_openid'))
    const people = await county.app.context.database.query('select people::text as row from people')
    const kept = JSON.stringify([answer, people])
    expect(wechat.sessionKeys().length).toBeGreaterThan(0)
    for (const key of wechat.sessionKeys()) expect(kept).not.toContain(key)
  })
})
