import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

type Request = RequestInputOf<Operations['handOverTasks']>
type Moved = ResponseOf<Operations['handOverTasks']>['moved']

export type HandOver = ReturnType<typeof useHandOver>

/**
 * The server moves a hundred at a time: the same command goes on where it stopped, also after an answer that was lost.
 */
export function useHandOver() {
  const { api, newId } = useConsole()
  const [request, setRequest] = useState<Request>()
  const [moved, setMoved] = useState<Moved>([])
  const [left, setLeft] = useState<number>()
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  async function send(asked: Request) {
    setRequest(asked)
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await api.call('handOverTasks', asked)
      setMoved((before) => withoutTwice([...before, ...answer.moved]))
      setLeft(answer.left)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return {
    begin: (asked: Omit<Request, 'commandId'>) => send({ ...asked, commandId: newId() }),
    goOn: () => (request ? send(request) : Promise.resolve()),
    reset() {
      setRequest(undefined)
      setMoved([])
      setLeft(undefined)
      setProblem(undefined)
    },
    moved,
    left,
    problem,
    busy,
  }
}

function withoutTwice(moved: Moved): Moved {
  return [...new Map(moved.map((one) => [one.matterId, one])).values()]
}
