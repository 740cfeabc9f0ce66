import type { MatterView } from '@contract/views'

/** How much of the time was gone when those concerned were last told: said in words, red only once it is past. */
export function WarnedMark({ matter }: { matter: MatterView }) {
  const { warned, ended } = matter
  if (warned === undefined || ended) return null
  return (
    <span
      className={`status-tag ${warned >= 1 ? 'status-late' : 'status-guarded'}`}
      data-testid="warned"
    >
      {warnedWords(warned)}
    </span>
  )
}

function warnedWords(warned: number): string {
  const percent = Math.round(warned * 100)
  if (warned === 1) return '已到期限，已提醒'
  return warned > 1 ? `超过期限，已用 ${percent}% 时间，已提醒` : `已用 ${percent}% 时间，已提醒`
}
