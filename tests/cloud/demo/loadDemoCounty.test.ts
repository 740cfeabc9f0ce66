import { resolve } from 'node:path'
import { demoPeople } from '@cloud/demo/demoPeople'
import { loadDemoCounty } from '@cloud/demo/loadDemoCounty'
import { isPassword } from '@cloud/store/passwords'
import { findAccount } from '@cloud/store/peopleStore'
import { loadCast } from '../../support/cast'
import { openTestCounty, openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { testCounty } from '../../support/testCounty'

const folder = resolve(__dirname, '../../../src/cloud/demo/data')

describe('a county filled with the demo', () => {
  let county: TestDatabase
  beforeAll(async () => void (county = await openTestCounty()))
  afterAll(() => county.close())

  test('everybody one can try the demo as is there, and all meet in Baozhu village', async () => {
    const cast = await loadCast(county.database)
    const people = demoPeople(testCounty.id)
    const rows = await Promise.all(
      Object.values(people).map((account) => findAccount(county.database, testCounty.id, account)),
    )
    expect(rows.every((row) => row !== undefined)).toBe(true)
    expect(cast.gridWorkerLi.posts).toEqual([{ role: 'gridWorker', areaCode: testCounty.grid }])
    expect(cast.hubOperatorOfXijiang.posts[0]?.areaCode).toBe(testCounty.township)
  })

  test('the console opens with the demo password, and the phone has no password at all', async () => {
    const { hubOperator, countyAdmin, resident } = demoPeople(testCounty.id)
    for (const account of [hubOperator, countyAdmin, `dept-${testCounty.policeDepartment}`]) {
      const row = await findAccount(county.database, testCounty.id, account)
      expect(await isPassword(testCounty.password, row?.password_hash ?? null)).toBe(true)
    }
    const row = await findAccount(county.database, testCounty.id, resident)
    expect(row?.password_hash).toBeNull()
  })

  test('a county that has its own data is never overwritten by the demo', async () => {
    const hashPassword = jest.fn(() => Promise.resolve('unused'))
    const filled = await loadDemoCounty(county.database, testCounty.id, { folder, hashPassword })
    expect(filled).toBe(false)
    expect(hashPassword).not.toHaveBeenCalled()
  })
})

test('an empty county is filled once, however many processes start at the same time', async () => {
  const { database, close } = await openTestDatabase()
  const said: string[] = []
  const options = {
    folder,
    hashPassword: () => Promise.resolve('hash'),
    onProgress: (sentence: string) => void said.push(sentence),
  }
  const filled = await Promise.all([
    loadDemoCounty(database, testCounty.id, options),
    loadDemoCounty(database, testCounty.id, options),
  ])
  expect(filled.sort()).toEqual([false, true])
  expect(said).toContain('演示县已装入：区划 187 个，网格 1139 个，人员 3415 名，事件类别 72 种')
  await close()
})

test('a folder that is no county is a fault that names the place', async () => {
  const { database, close } = await openTestDatabase()
  const options = { folder: __dirname, hashPassword: () => Promise.resolve('hash') }
  await expect(loadDemoCounty(database, testCounty.id, options)).rejects.toThrow('没有县本身')
  await close()
})
