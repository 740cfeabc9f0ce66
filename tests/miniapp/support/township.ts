import type { KindView, MatterView, PersonView } from '@contract/views'

/** A few of the township's own: enough for a page to show. */
const village = { code: '441882118215', name: '宝珠村' }
const township = { code: '441882118', name: '西江镇' }
export const ownGrid = { code: '441882118215003', name: '宝珠村 第3网格', village, township }

export const officerZeng = {
  personId: 'd0f13fc3-3a90-8d4e-b2a0-53a78edc2c7c',
  name: '曾昌',
  posts: [{ role: 'informationOfficer', roleTitle: '信息员', area: village }],
} as unknown as PersonView

export const gridWorkerWu = {
  personId: '0d7d7e0e-16a8-8b11-9d0c-3d1f0e6f6c11',
  name: '吴海根',
  posts: [
    { role: 'gridWorker', roleTitle: '网格员', area: { code: ownGrid.code, name: ownGrid.name } },
  ],
} as unknown as PersonView

export const kindOf = (
  code: string,
  name: string,
  rank: number | null,
  more: Partial<KindView> = {},
): KindView => ({
  code,
  name,
  category: code.slice(0, 2),
  categoryName: '公共设施',
  initials: 'ldbl',
  icon: 'lamp',
  rank,
  urgency: 'U4',
  sensitivity: 'S0',
  basePoints: 2,
  selfClose: true,
  owner: '村居',
  acceptHours: 8,
  acceptClock: 'working',
  handleHours: 24,
  handleClock: 'working',
  emergencyNumber: null,
  note: '',
  flow: 'incident',
  flowTitle: '事件',
  purpose: '看到路上、村里要处理的，拍一张报上来',
  form: [],
  at: 'grid',
  photosMax: 9,
  mayReport: true,
  ...more,
})

export const kinds = [
  kindOf('0603', '路灯不亮', 1),
  kindOf('0601', '道路破损', 2, { initials: 'dlps', icon: 'road', selfClose: false }),
  kindOf('0801', '火情', null, {
    initials: 'hq',
    icon: 'fire',
    category: '08',
    categoryName: '突发事件',
    emergencyNumber: '119',
  }),
]

export function matterOf(changes: Partial<MatterView> = {}): MatterView {
  return {
    matterId: '01890000-0000-7000-8000-000000000001',
    number: 'E441882202611230000013',
    version: 1,
    flow: 'incident',
    flowTitle: '事件',
    kind: { code: '0603', name: '路灯不亮', categoryName: '公共设施', icon: 'lamp' },
    urgency: 'U4',
    sensitivity: 'S0',
    status: 'reported',
    statusTitle: '已上报',
    sentence: '已送到镇里，等值班员受理',
    ended: false,
    text: '村口第二盏',
    area: { code: ownGrid.code, name: ownGrid.name },
    township,
    reporter: { personId: officerZeng.personId, name: '曾昌', roleTitle: '信息员' },
    discoveredAt: '2026-11-23T01:00:00.000Z',
    receivedAt: '2026-11-23T01:00:05.000Z',
    dueAt: '2026-11-25T01:30:00.000Z',
    photos: [],
    fields: [],
    lists: [],
    rolls: [],
    joinedReports: 0,
    confirmed: false,
    ...changes,
  } as MatterView
}
