import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { KindView } from '@contract/views'
import { groupKinds, usualKinds } from '@miniapp/kinds/groupKinds'
import { searchKinds } from '@miniapp/kinds/searchKinds'

const file = path.resolve(__dirname, '../../../src/cloud/demo/data/kinds.csv')
const rows = parse<Record<string, string>>(readFileSync(file), { columns: true })
const kinds = rows.map((row) => ({
  ...row,
  rank: row.rank ? Number(row.rank) : null,
})) as unknown as KindView[]

const found = (words: string) => searchKinds(kinds, words).map(({ code }) => code)

test('an officer finds the dark street lamp by its name, its code and its first letters', () => {
  for (const words of ['路灯', '路灯不亮', '0603', 'ldbl', 'LDBL', ' ld bl '])
    expect(found(words)[0]).toBe('0603')
})

test('what begins with the words stands before what only contains them', () => {
  expect(found('火')).toEqual(expect.arrayContaining(['0801', '0306']))
  expect(found('火')[0]).toBe('0801')
})

test('the name of a category finds everything in it', () => {
  expect(found('矛盾纠纷')).toHaveLength(8)
})

test('nonsense finds nothing, and no words find nothing', () => {
  expect(found('xyzxyz')).toEqual([])
  expect(found('   ')).toEqual([])
})

test('the six most used kinds come in the order of their use', () => {
  expect(usualKinds(kinds).map(({ code }) => code)).toEqual([
    '0501',
    '0603',
    '0601',
    '0101',
    '0701',
    '0901',
  ])
})

test('all seventy-two kinds are reachable through nine categories', () => {
  const groups = groupKinds(kinds)
  expect(groups).toHaveLength(9)
  expect(groups.flatMap((group) => group.kinds)).toHaveLength(72)
})
