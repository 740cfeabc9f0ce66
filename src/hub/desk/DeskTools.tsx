import type { MatterView } from '@contract/views'
import { PrintButton } from '../print/PrintButton'
import { DeskLine } from './DeskLine'
import { MergingNotice } from './MergingNotice'
import { TellReporter } from './TellReporter'

/** What the desk has beside the steps of the flow. */
export function DeskTools({ matter }: { matter: MatterView }) {
  return (
    <div className="desk-tools">
      <MergingNotice matter={matter} />
      <div className="desk-line">
        <DeskLine matter={matter} />
        <PrintButton />
        <TellReporter matter={matter} />
      </div>
    </div>
  )
}
