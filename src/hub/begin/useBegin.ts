import type { MatterView } from '@contract/views'
import { useState } from 'react'
import { endsSession, isUnknown } from '../actions/useSendCommand'
import { useConsole } from '../console/ConsoleContext'
import type { Report } from './reportForm'

/**
 * Sends a report and waits for the answer. Where none comes, the report is kept as it is: only the identical one may
 * be sent again, so that nothing begins twice.
 */
export function useBegin(onDone: (matter: MatterView) => void) {
  const { api, inbox } = useConsole()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [kept, setKept] = useState<Report>()

  async function send(report: Report) {
    if (sending) return
    setSending(true)
    setProblem(undefined)
    try {
      const { matter } = await api.call('reportMatter', report)
      setKept(undefined)
      inbox.take(matter)
      onDone(matter)
    } catch (error) {
      if (isUnknown(error)) setKept(report)
      else if (!endsSession(error)) setKept(undefined)
      if (!endsSession(error)) setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return { send, sending, problem, kept, forget: () => setProblem(undefined) }
}
