import type { ActionView, MatterView } from '@contract/views'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { ActionBar } from '../actions/ActionBar'
import { ActionForm } from '../actions/ActionForm'
import { useConsole } from '../console/ConsoleContext'
import { PageTrouble } from '../console/PageTrouble'
import { emptyDraft } from '../form/draft'
import { useBulk, type BulkLine } from './useBulk'

type Props = {
  readonly matters: readonly MatterView[]
  readonly onClose: () => void
}

/** 一起办: one step, filled in once, for all that were chosen; then what became of each. */
export function BulkPanel({ matters, onClose }: Props) {
  const [first] = matters
  const { actions, problem, read } = useActionsOf(first?.matterId)
  const [chosen, setChosen] = useState<ActionView>()
  const { lines, busy, run } = useBulk()
  if (!first) return null
  const left = lines.filter(({ outcome }) => outcome === 'unknown').map(({ matter }) => matter)
  return (
    <Modal
      title={`一起办 ${matters.length} 件`}
      open
      onCancel={onClose}
      footer={null}
      width={640}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div className="bulk" data-testid="bulk">
        <PageTrouble problem={problem} onRetry={read} />
        {lines.length === 0 && actions && (
          <ActionBar actions={actions} chosen={chosen?.action} onChoose={setChosen} />
        )}
        {lines.length === 0 && chosen && (
          <ActionForm
            key={chosen.action}
            action={chosen}
            matter={first}
            initial={emptyDraft}
            refused={noTroubles}
            gone={false}
            sending={busy}
            onSend={(input) => void run(matters, chosen, input)}
            onCancel={() => setChosen(undefined)}
          />
        )}
        <BulkLines lines={lines} all={matters.length} />
        {!busy && left.length > 0 && chosen && (
          <Button onClick={() => void run(left, chosen, {})} data-testid="bulk-again">
            没有回音的 {left.length} 件再送一次
          </Button>
        )}
        {!busy && lines.length > 0 && (
          <Button type="primary" autoFocus onClick={onClose} data-testid="bulk-close">
            看完了
          </Button>
        )}
      </div>
    </Modal>
  )
}

const noTroubles = {}

function BulkLines({ lines, all }: { lines: readonly BulkLine[]; all: number }) {
  if (lines.length === 0) return null
  const not = lines.filter(({ outcome }) => outcome !== 'done')
  return (
    <div role="status" data-testid="bulk-result">
      <p>
        办了 {lines.length - not.length} 件
        {not.length > 0 && <b className="bulk-not">，没办成 {not.length} 件</b>}
        {lines.length < all && `，还有 ${all - lines.length} 件`}
      </p>
      <ul>
        {not.map(({ matter, words }) => (
          <li key={matter.matterId} data-testid="bulk-not-done">
            <b>{matter.kind.name}</b> {matter.area.name} {matter.number}：{words}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What may be done with the first of them; whether the others allow it each answers by itself. */
function useActionsOf(matterId: string | undefined) {
  const { api } = useConsole()
  const [actions, setActions] = useState<readonly ActionView[]>()
  const [problem, setProblem] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (matterId === undefined) return
    let current = true
    setProblem(undefined)
    api.call('getMatter', { matterId: matterId }).then(
      (detail) => current && setActions(detail.actions),
      (error: unknown) => current && setProblem(error),
    )
    return () => {
      current = false
    }
  }, [api, matterId, attempt])
  return { actions, problem, read: () => setAttempt(attempt + 1) }
}
