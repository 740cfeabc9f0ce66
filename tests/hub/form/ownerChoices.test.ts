import { ownerChoices } from '@hub/form/ownerChoices'
import type { PersonId } from '@domain/shared/ids'

const worker = (name: string, areaCode: string, openTasks = 0) => ({
  personId: name as PersonId,
  name,
  phone: `199${areaCode.slice(-4)}`,
  role: 'gridWorker' as const,
  area: { code: areaCode, name: areaCode },
  openTasks,
})
const assignees = {
  people: [
    worker('邻村的人', '441882118299001'),
    worker('本村的人', '441882118215001', 2),
    worker('本格的人', '441882118215003', 5),
  ],
  areas: [{ code: '441882118215', name: '宝珠村' }],
  departments: [{ code: '441882118-police', name: '派出所' }],
}
const titles = (search: string) =>
  ownerChoices(assignees, { areaCode: '441882118215003', search }).map(({ title }) => title)

test('the worker of the grid itself is offered first, then the neighbours, pools, posts and departments', () => {
  expect(titles('')).toEqual([
    '本网格',
    '本村',
    '其他网格',
    '大家都能接（谁先接归谁）',
    '岗位（谁在岗归谁）',
    '部门、站所',
  ])
})

test('an officer finds a department by its name', () => {
  expect(titles('派出')).toEqual(['部门、站所'])
})

test('the load of each worker is known before more is put on them', () => {
  const [grid] = ownerChoices(assignees, { areaCode: '441882118215003', search: '' })
  expect(grid?.choices[0]).toMatchObject({ name: '本格的人', openTasks: 5 })
})
