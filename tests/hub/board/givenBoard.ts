import type { Board } from '@hub/board/useBoard'
import { givenFigures } from '../figures/givenFigures'

const [total] = givenFigures().flows

/** 西江镇 with two villages, one week, and a grid nothing came from. */
export function givenBoard(changes: Partial<Board> = {}): Board {
  if (!total) throw new Error('There is no flow in the given figures')
  const village = { ...total, counts: [{ name: 'reported', title: '收到', count: 7 }] }
  return {
    area: { code: '441882118', name: '西江镇' },
    from: '2026-11-17',
    until: '2026-11-23',
    cutOff: '2026-11-23T07:00:00.000Z',
    rounding: '四舍五入，保留两位小数',
    total,
    by: 'area',
    parts: [{ key: '441882118215', name: '宝珠村', figures: village }],
    trend: { unit: 'day', points: [{ start: '2026-11-17', reported: 7, ended: 6 }] },
    spread: [{ title: '1 小时内', count: 6 }],
    hotSpots: [{ area: { code: '441882118215003', name: '宝珠村 第3网格' }, count: 7 }],
    silent: { of: 12, count: 1, areas: [{ code: '441882118215001', name: '宝珠村 第1网格' }] },
    ...changes,
  }
}
