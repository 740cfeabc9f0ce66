export const points = {
  title: '积分',
  balance: '现有积分',
  staff: '上报是本职工作，不计积分',
  entries: '明细',
  none: '还没有积分。报的事核实后就有。',
  plus: (points: number) => (points > 0 ? `+${points}` : String(points)),
} as const
