import { sayCount } from '@domain/figures/rate'
import type { Drill } from './useBoard'

type Props = { readonly drill: Drill; readonly onOpen: (drill: Drill) => void }

/** A number that opens the matters behind it; of nothing there is nothing to open. */
export function NumberButton({ drill, onOpen }: Props) {
  const { title, count, number } = drill
  if (count === 0) return <span className="figure">0</span>
  return (
    <button
      type="button"
      className="number-button figure"
      aria-label={`${title} ${sayCount(count)}，看是哪些事`}
      onClick={() => onOpen(drill)}
      data-testid={`number-${drill.part ? `${drill.part.key}-` : ''}${number}`}
    >
      {sayCount(count)}
    </button>
  )
}
