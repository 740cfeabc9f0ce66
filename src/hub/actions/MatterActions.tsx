import type { ActionView } from '@contract/views'
import { Alert, App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { useKeys } from '../keys/useKeys'
import { actionKeys } from '../keys/shortcuts'
import type { MatterDetail } from '../matter/useMatter'
import { wordsOf } from '../wire/WireProblem'
import { ActionBar } from './ActionBar'
import { ActionForm } from './ActionForm'
import { PendingNotice } from './PendingNotice'
import { useSendCommand } from './useSendCommand'
import './actions.css'

type Props = { readonly detail: MatterDetail; readonly refresh: () => Promise<void> }

/** The buttons the server allows now, one form at a time, and what became of the last step. */
export function MatterActions({ detail, refresh }: Props) {
  const { matter, actions } = detail
  const { pending } = useConsole()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<ActionView>()
  const box = useRef<HTMLDivElement>(null)
  const unknown = useStore(pending.store, (kept) => kept[matter.matterId])
  const { send, sending, problem, forget } = useSendCommand(detail, refresh, (title) => {
    setChosen(undefined)
    // The button that had the focus goes away with its form.
    box.current?.focus()
    void message.success(`${title}：已送到`)
  })
  useSettledByHistory(detail, () => {
    forget()
    setChosen(undefined)
  })

  const choose = (action: ActionView) => {
    forget()
    setChosen(action)
  }
  useKeys(unknown ? {} : keysOf(actions, choose))
  const offered = chosen && actions.find(({ action }) => action === chosen.action)

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
          closable={{ onClose: forget }}
          role="alert"
          data-testid="action-problem"
        />
      )}
      {!unknown && <ActionBar actions={actions} chosen={chosen?.action} onChoose={choose} />}
      {chosen && (
        <fieldset className="action-fieldset" disabled={unknown !== undefined || sending}>
          <ActionForm
            key={chosen.action}
            action={offered ?? chosen}
            matter={matter}
            gone={offered === undefined}
            sending={sending}
            onSend={(input) => void send(chosen.action, input)}
            onCancel={() => {
              forget()
              setChosen(undefined)
            }}
          />
        </fieldset>
      )}
    </div>
  )
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
