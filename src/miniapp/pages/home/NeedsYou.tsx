import { MatterCard } from '../../components/MatterCard'
import { WantedPhoto } from '../../components/WantedPhoto'
import { findWanted } from '../../components/waitsForReporter'
import { useLists } from '../../stores/lists'
import { useSession } from '../../stores/session'

const SHOWN = 3

/** What the township asks this person for, above everything that can wait. */
export function NeedsYou({ now }: { now: number }) {
  const me = useSession(({ person }) => person?.personId)
  const items = useLists((lists) => lists.reports.items)
  const asked = items.filter((matter) => findWanted(matter, me)).slice(0, SHOWN)
  return (
    <>
      {asked.map((matter, index) => (
        <Asked key={matter.matterId} n={index} matter={matter} now={now} />
      ))}
    </>
  )
}

type AskedProps = { n: number; matter: Parameters<typeof MatterCard>[0]['matter']; now: number }

function Asked({ n, matter, now }: AskedProps) {
  return (
    <>
      <MatterCard id={`needs-you-${n}`} matter={matter} now={now} />
      <WantedPhoto id={`needs-you-retake-${n}`} matter={matter} />
    </>
  )
}
