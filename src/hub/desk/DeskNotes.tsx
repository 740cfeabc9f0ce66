import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { PageTrouble } from '../console/PageTrouble'
import { DeskEntryForm, resultWords } from './DeskEntryForm'

type Entry = ResponseOf<Operations['listDeskEntries']>['items'][number]

/** 内部备注 and 通话记录: read and written at the desk alone. */
export function DeskNotes({ matterId }: { matterId: string }) {
  const { entries, problem, read } = useEntries(matterId)
  const [writing, setWriting] = useState<'note' | 'call'>()
  const done = () => {
    setWriting(undefined)
    void read()
  }
  return (
    <section aria-labelledby="desk-notes-title" className="desk-notes" data-testid="desk-notes">
      <h3 id="desk-notes-title">
        内部备注和通话 <span className="quiet">上报人看不到</span>
      </h3>
      <div className="tell-ready">
        <Button size="small" onClick={() => setWriting('note')} data-testid="note-open">
          写备注
        </Button>
        <Button size="small" onClick={() => setWriting('call')} data-testid="call-open">
          记通话
        </Button>
      </div>
      {writing && (
        <DeskEntryForm
          key={writing}
          kind={writing}
          matterId={matterId}
          onDone={done}
          onCancel={() => setWriting(undefined)}
        />
      )}
      <PageTrouble problem={problem} onRetry={() => void read()} />
      <ul>
        {entries.map((entry) => (
          <EntryLine key={entry.entryId} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function EntryLine({ entry }: { entry: Entry }) {
  const { kind, by, at, words, callee, phone, result } = entry
  return (
    <li data-testid="desk-entry">
      <p className="quiet">
        {by} <Moment at={at} />
      </p>
      {kind === 'call' && (
        <p>
          <b>打给{callee}</b> {phone} · {resultWords(result)}
        </p>
      )}
      {words !== '' && <p className="desk-words">{words}</p>}
    </li>
  )
}

function useEntries(matterId: string) {
  const { api } = useConsole()
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const [problem, setProblem] = useState<unknown>()
  const read = useCallback(
    () =>
      api.call('listDeskEntries', { matterId }).then(
        ({ items }) => {
          setEntries(items)
          setProblem(undefined)
        },
        (error: unknown) => setProblem(error),
      ),
    [api, matterId],
  )
  useEffect(() => void read(), [read])
  return { entries, problem, read }
}
