import type { ActionView } from '@contract/views'
import { Alert, App } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { ChangedSince } from '../desk/ChangedSince'
import { emptyDraft, type Draft } from '../form/draft'
import { refusedFields } from '../form/refusedFields'
import { useKeys } from '../keys/useKeys'
import { actionKeys } from '../keys/shortcuts'
import type { MatterDetail } from '../matter/useMatter'
import { wordsOf } from '../wire/WireProblem'
import { ActionBar } from './ActionBar'
import { ActionForm } from './ActionForm'
import { PendingNotice } from './PendingNotice'
import { useSendCommand } from './useSendCommand'
import './actions.css'

/** A step that is asked for from elsewhere on the page, with what is known of it filled in. */
export type AskedAction = { readonly action: ActionView; readonly draft: Draft }

type Props = {
  readonly detail: MatterDetail
  readonly refresh: () => Promise<void>
  readonly asked?: AskedAction | undefined
}

/** The buttons the server allows now, one form at a time, and what became of the last step. */
export function MatterActions({ detail, refresh, asked }: Props) {
  const { matter, actions } = detail
  const { pending } = useConsole()
  const { message } = App.useApp()
  const { chosen, choose, drop } = useChosen(asked)
  const box = useRef<HTMLDivElement>(null)
  const unknown = useStore(pending.store, (kept) => kept[matter.matterId])
  const { send, sending, problem, sentAt, forget } = useSendCommand(detail, refresh, (title) => {
    drop()
    // The button that had the focus goes away with its form.
    box.current?.focus()
    void message.success(`${title}：已送到`)
  })
  const putAway = () => {
    forget()
    drop()
  }
  useSettledByHistory(detail, putAway)
  const begin = (action: ActionView) => {
    forget()
    // The same button once more must not empty what was typed.
    if (action.action !== chosen?.action.action) choose(action, emptyDraft)
  }
  useKeys(unknown ? {} : keysOf(actions, begin))
  const name = chosen?.action.action
  const offered = actions.find(({ action }) => action === name)
  // Only a new problem says something of a field: the form itself is new at each reading of the matter.
  const refused = useMemo(
    () => refusedFields(problem, (offered ?? chosen?.action)?.form ?? []),
    [problem],
  )

  return (
    <div ref={box} tabIndex={-1} className="actions" data-testid="actions">
      {unknown && (
        <PendingNotice
          command={unknown}
          detail={detail}
          sending={sending}
          onSend={send}
          refresh={refresh}
        />
      )}
      {problem !== undefined && !unknown && (
        <Alert
          type="warning"
          showIcon
          title={wordsOf(problem)}
          description={<ChangedSince problem={problem} history={detail.history} since={sentAt} />}
          closable={{ onClose: forget }}
          role="alert"
          data-testid="action-problem"
        />
      )}
      {!unknown && <ActionBar actions={actions} chosen={name} onChoose={begin} />}
      {chosen && (
        <fieldset className="action-fieldset" disabled={unknown !== undefined || sending}>
          <ActionForm
            key={chosen.round}
            action={offered ?? chosen.action}
            matter={matter}
            initial={chosen.draft}
            refused={refused}
            gone={offered === undefined}
            sending={sending}
            onSend={(input) => void send(chosen.action.action, input)}
            onCancel={putAway}
          />
        </fieldset>
      )}
    </div>
  )
}

/** Each choosing begins its form anew; what is asked from elsewhere counts as one. */
function useChosen(asked: AskedAction | undefined) {
  const [chosen, setChosen] = useState<AskedAction & { readonly round: number }>()
  const rounds = useRef(0)
  const choose = (action: ActionView, draft: Draft) =>
    setChosen({ action, draft, round: ++rounds.current })
  useEffect(() => {
    if (asked) choose(asked.action, asked.draft)
  }, [asked])
  return { chosen, choose, drop: () => setChosen(undefined) }
}

function keysOf(actions: readonly ActionView[], choose: (action: ActionView) => void) {
  const entries = actions.flatMap((action) => {
    const key = actionKeys[action.action]
    return key === undefined ? [] : [[key, () => choose(action)] as const]
  })
  return Object.fromEntries(entries)
}

/** The history names the command of every step: an answer that was lost is found there. */
function useSettledByHistory({ matter, history }: MatterDetail, onSettled: () => void): void {
  const { pending } = useConsole()
  const { message } = App.useApp()
  const commandId = useStore(pending.store, (kept) => kept[matter.matterId]?.commandId)
  const row = history.find((one) => one.commandId === commandId)
  useEffect(() => {
    if (!row) return
    pending.settle(matter.matterId)
    onSettled()
    void message.success(`${row.title}：刚才那一步已经送到`)
    // Only the row matters: the other values are new at each drawing.
  }, [row?.commandId])
}
