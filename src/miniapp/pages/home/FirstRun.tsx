import { Guide } from '../../components/Guide'
import { endGuide, useGuides } from '../../stores/guide'
import type { Face } from '../../stores/session'

/** Above everything else on the first day; everything else stays within reach below it. */
export function FirstRun({ face }: { face: Face }) {
  const seen = useGuides((guides) => guides.seen.includes(face))
  return seen ? null : <Guide key={face} face={face} onEnd={() => endGuide(face)} />
}
