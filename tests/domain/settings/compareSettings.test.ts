import { allFlows } from '@domain/flows/allFlows'
import { compareSettings } from '@domain/settings/compareSettings'
import { noSettings, type CountySettings } from '@domain/settings/countySettings'
import { litter } from '../../support/givenMatter'

const hours = (count: number) => ({ hours: count, clock: 'elapsed' as const })
const product = { tables: allFlows, kinds: [litter] }
const changes = (change: Partial<CountySettings>, before: Partial<CountySettings> = {}) =>
  compareSettings(product, { ...noSettings, ...before }, { ...noSettings, ...change })

test('settings that are the same change nothing', () => {
  const same = { kinds: { '0501': { basePoints: 5 } } }
  expect(changes(same, same)).toEqual({ flows: [], kinds: [] })
})

test('a limit is told from what to what, by urgency where it differs by urgency', () => {
  const { flows } = changes({
    flows: {
      incident: { limits: { sentBack: hours(10) } },
      petition: { limits: { filed: hours(240) } },
    },
  })
  expect(flows.map(({ flow, words }) => [flow, words])).toEqual([
    [
      'incident',
      [
        '待补充（特急）：1小时改为10小时',
        '待补充（紧急）：24小时改为10小时',
        '待补充（一般）：3天改为10小时',
        '待补充（便民）：7天改为10小时',
      ],
    ],
    ['petition', ['已提出：15天改为10天']],
  ])
})

test('forms, points and switches are told in words', () => {
  const added = { name: 'ownDepth', title: '水深', type: 'number', required: true, max: 9 } as const
  const { flows } = changes({
    flows: {
      incident: {
        off: true,
        forms: {
          report: { adds: [added] },
          handle: { changes: { result: { title: '办了什么' } } },
        },
      },
      identitySearch: { points: { recognised: 30 } },
    },
  })
  expect(flows[0]).toMatchObject({ flow: 'incident', switched: 'off' })
  expect(flows[0]?.words).toEqual([
    expect.stringMatching(/加了“水深”（必填）$/),
    expect.stringMatching(/改叫“办了什么”$/),
  ])
  expect(flows[1]?.words).toEqual([expect.stringMatching(/的积分：按类别的分改为 ?30 分$/)])
})

test('going back to the product is told as well', () => {
  const { kinds, flows } = changes(
    {},
    { flows: { incident: { off: true } }, kinds: { '0501': { basePoints: 5, owner: '村里' } } },
  )
  expect(flows).toMatchObject([{ flow: 'incident', switched: 'on' }])
  expect(kinds).toMatchObject([
    { code: '0501', words: ['积分：5 分改为2 分', '默认承办：村里改为环卫/村居'] },
  ])
})
