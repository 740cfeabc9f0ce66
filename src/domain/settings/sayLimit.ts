import type { TimeLimit } from '../kind/kind'

/** A limit as people say it: 10分钟, 4小时, 15天, 8个工作小时. */
export function sayLimit({ hours, clock }: TimeLimit): string {
  if (clock === 'working') return `${rounded(hours)}个工作小时`
  if (hours < 1) return `${Math.round(hours * 60)}分钟`
  return hours >= 48 && hours % 24 === 0 ? `${hours / 24}天` : `${rounded(hours)}小时`
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100
}
