import type { Figures } from '@hub/figures/useFigures'

const cutOff = '2026-11-23T07:00:00.000Z'
const rounding = '四舍五入，保留两位小数'

/** 西江镇 as the page of the newspaper has it for the county: nearly all done, and nobody has said how it went. */
export function givenFigures(changes: Partial<Figures> = {}): Figures {
  return {
    area: { code: '441882118', name: '西江镇' },
    from: '2026-10-25',
    until: '2026-11-23',
    cutOff,
    rounding,
    flows: [
      {
        flow: 'incident',
        title: '事件',
        counts: [
          { name: 'reported', title: '收到', count: 25_514 },
          { name: 'open', title: '在办', count: 54 },
        ],
        rates: [
          {
            name: 'ended',
            title: '办结率',
            numerator: 25_460,
            numeratorTitle: '办结',
            denominator: 25_514,
            denominatorTitle: '收到',
            percent: '99.79',
            words: '99.79 %（25,460/25,514）',
            cutOff,
            rounding,
          },
          {
            name: 'satisfied',
            title: '满意率',
            numerator: 0,
            numeratorTitle: '满意',
            denominator: 0,
            denominatorTitle: '评价了',
            words: '没有可算的',
            cutOff,
            rounding,
          },
        ],
        hours: { count: 25_460, median: 12.05, within: 0.013 },
      },
    ],
    ...changes,
  }
}
