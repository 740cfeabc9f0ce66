import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { DESK_WORDS_MAX, type callResults } from '@contract/api/deskNotes'
import { Alert, Button, Input, Radio } from 'antd'
import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { useDeskCommand } from './useDeskCommand'

type Result = (typeof callResults)[number]

const results: Readonly<Record<Result, string>> = {
  answered: '打通了',
  noAnswer: '没人接',
  busy: '占线',
  wrongNumber: '号码不对',
}

export function resultWords(result: string | undefined): string {
  return result !== undefined && result in results ? results[result as Result] : ''
}

type Props = {
  readonly kind: 'note' | 'call'
  readonly matterId: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

type Written = RequestInputOf<Operations['writeDeskEntry']>['entry']

export function DeskEntryForm({ kind, matterId, onDone, onCancel }: Props) {
  const { api } = useConsole()
  const { run, busy, problem } = useDeskCommand()
  const [words, setWords] = useState('')
  const [call, setCall] = useState({ callee: '', phone: '', result: 'answered' as Result })
  const entry: Written = kind === 'note' ? { kind, words } : { kind, words, ...call }
  const ready =
    kind === 'note'
      ? words.trim() !== ''
      : call.callee.trim() !== '' && /^[0-9+() -]{3,30}$/.test(call.phone)
  async function submit(event?: FormEvent) {
    event?.preventDefault()
    if (!ready) return
    const send = (commandId: string) => api.call('writeDeskEntry', { commandId, matterId, entry })
    if (await run(JSON.stringify([matterId, entry]), send, '记下了')) onDone()
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  return (
    <form
      className="action-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={press}
      data-testid="desk-entry-form"
    >
      {kind === 'call' && <CallFields call={call} setCall={setCall} />}
      <Input.TextArea
        autoFocus={kind === 'note'}
        rows={3}
        value={words}
        maxLength={DESK_WORDS_MAX}
        aria-label={kind === 'note' ? '备注' : '说了什么'}
        placeholder={kind === 'note' ? '写给同事看的话' : '说了什么（可不填）'}
        onChange={(event) => setWords(event.target.value)}
        data-testid="desk-words"
      />
      {problem !== undefined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(problem)} />
      )}
      <div className="tell-ready">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!ready}
          data-testid="desk-entry-submit"
        >
          记下
        </Button>
        <Button onClick={onCancel}>收起</Button>
      </div>
    </form>
  )
}

type Call = { readonly callee: string; readonly phone: string; readonly result: Result }

function CallFields({ call, setCall }: { call: Call; setCall: (call: Call) => void }) {
  return (
    <>
      <Input
        autoFocus
        value={call.callee}
        maxLength={60}
        prefix="打给谁"
        aria-label="打给谁"
        onChange={(event) => setCall({ ...call, callee: event.target.value })}
        data-testid="call-callee"
      />
      <Input
        value={call.phone}
        maxLength={30}
        inputMode="tel"
        prefix="电话"
        aria-label="电话"
        onChange={(event) => setCall({ ...call, phone: event.target.value })}
        data-testid="call-phone"
      />
      <Radio.Group
        value={call.result}
        aria-label="结果"
        onChange={(event) => setCall({ ...call, result: event.target.value as Result })}
        options={Object.entries(results).map(([value, label]) => ({ value, label }))}
        data-testid="call-result"
      />
    </>
  )
}
