import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { MatterView } from '@contract/views'
import type { MatterId, PersonId } from '@domain/shared/ids'

/** Monday afternoon in 西江镇. */
export const NOW = Date.parse('2026-11-23T15:00:00+08:00')

export function minutesFromNow(minutes: number): string {
  return new Date(NOW + minutes * 60_000).toISOString()
}

export const hubOperatorChen = {
  personId: '01900000-0000-7000-8000-0000000000c1' as PersonId,
  name: '小陈',
  posts: [
    {
      role: 'hubOperator' as const,
      roleTitle: '镇综治中心值班员',
      area: { code: '441882118', name: '西江镇' },
    },
  ],
}

export function idOf(serial: number): MatterId {
  return `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}` as MatterId
}

/** 路灯不亮 in 宝珠村, just reported, unless said otherwise. */
export function givenMatter(serial: number, changes: Partial<MatterView> = {}): MatterView {
  return {
    matterId: idOf(serial),
    number: `E44188220261123${String(serial).padStart(6, '0')}`,
    version: 1,
    flow: 'incident',
    flowTitle: '事件',
    kind: { code: '0602', name: '路灯不亮', categoryName: '公共设施', icon: 'lamp' },
    urgency: 'U3',
    sensitivity: 'S0',
    status: 'reported',
    statusTitle: '已上报',
    sentence: '已送到镇里，等值班员受理',
    ended: false,
    text: `第 ${serial} 根电线杆的灯不亮`,
    area: { code: '441882118215003', name: '宝珠村 第3网格' },
    township: { code: '441882118', name: '西江镇' },
    reporter: {
      personId: '01900000-0000-7000-8000-0000000000a1' as PersonId,
      name: '老李',
      roleTitle: '信息员',
    },
    discoveredAt: minutesFromNow(-10),
    receivedAt: minutesFromNow(-9),
    dueAt: minutesFromNow(60),
    overdue: false,
    photos: [],
    fields: [],
    lists: [],
    rolls: [],
    joinedReports: 0,
    confirmed: false,
    ...changes,
  }
}

const reason = {
  name: 'reason',
  title: '原因',
  type: 'text' as const,
  required: true,
  max: 500,
  templates: ['照片太暗，请重新拍一张'],
}
const note = { name: 'note', title: '说明', type: 'text' as const, required: false, max: 500 }

/** A matter that has just been reported, as the hub operator gets it. */
export function givenDetail(matter: MatterView): ResponseOf<Operations['getMatter']> {
  return {
    matter,
    history: [],
    actions: [
      { action: 'accept', title: '受理', primary: true, form: [note] },
      { action: 'sendBack', title: '退回补充', primary: false, form: [reason] },
    ],
    children: [],
  }
}
