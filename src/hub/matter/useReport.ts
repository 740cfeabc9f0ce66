import type { MatterView } from '@contract/views'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

/** What another matter was reported with, to lay it beside this one. */
export type OtherReport = Pick<MatterView, 'text' | 'photos' | 'receivedAt'>

export function useReport(matterId: string): OtherReport | undefined {
  const { api } = useConsole()
  const [report, setReport] = useState<OtherReport>()
  useEffect(() => {
    let current = true
    api.call('getMatter', { matterId }).then(
      ({ matter }) => current && setReport(reportOf(matter)),
      () => current && setReport(undefined),
    )
    return () => {
      current = false
    }
  }, [api, matterId])
  return report
}

export function reportOf({ text, photos, receivedAt }: MatterView): OtherReport {
  return { text, receivedAt, photos: photos.filter(({ takenFor }) => takenFor === 'report') }
}
