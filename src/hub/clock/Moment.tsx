import { sayExactly, sayMoment } from './sayTime'
import { useNow } from './useNow'

/** A time as people say it; the exact one under the pointer. */
export function Moment({ at }: { at: string }) {
  const moment = Date.parse(at)
  return (
    <time dateTime={at} title={sayExactly(moment)}>
      {sayMoment(moment, useNow())}
    </time>
  )
}
