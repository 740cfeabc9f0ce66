import type { MatterView } from '@contract/views'
import { TOLD_WORDS_MAX } from '@contract/api/desk'
import { Alert, Button, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { useKeys } from '../keys/useKeys'
import { wordsOf } from '../wire/WireProblem'
import { useDeskCommand } from './useDeskCommand'

const ready = [
  '已经看到，正在派人去看',
  '办的人在路上了',
  '要等部门回话，有结果马上告诉您',
  '请补一张近一点的照片，谢谢',
]

/** 告诉上报人: one press sends a line in plain words; another may be written. */
export function TellReporter({ matter }: { matter: MatterView }) {
  const [open, setOpen] = useState(false)
  useKeys({ y: () => setOpen(true) })
  if (open) return <TellForm matter={matter} onClose={() => setOpen(false)} />
  return (
    <Button
      size="small"
      onClick={() => setOpen(true)}
      aria-keyshortcuts="y"
      data-testid="tell-open"
    >
      告诉上报人
    </Button>
  )
}

function TellForm({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const [words, setWords] = useState('')
  const { tell, busy, problem } = useTelling(matter.matterId, onClose)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <div className="tell" role="group" aria-label="告诉上报人" onKeyDown={press} data-testid="tell">
      <div className="tell-ready">
        {ready.map((line, place) => (
          <Button
            key={line}
            disabled={busy}
            autoFocus={place === 0}
            onClick={() => void tell(line)}
            data-testid="tell-ready"
          >
            {line}
          </Button>
        ))}
      </div>
      <Input.Search
        value={words}
        maxLength={TOLD_WORDS_MAX}
        placeholder="或自己写一句，上报人马上看到"
        aria-label="告诉上报人的话"
        enterButton="告诉"
        loading={busy}
        onChange={(event) => setWords(event.target.value)}
        onSearch={(said) => void tell(said)}
        data-testid="tell-words"
      />
      {problem !== undefined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(problem)} />
      )}
      <Button size="small" onClick={onClose}>
        收起
      </Button>
    </div>
  )
}

function useTelling(matterId: string, onTold: () => void) {
  const { api, inbox } = useConsole()
  const { run, busy, problem } = useDeskCommand()
  const tell = async (said: string) => {
    const words = said.trim()
    if (words === '') return
    const send = async (commandId: string) => {
      const answer = await api.call('tellReporter', { commandId, matterId, words })
      inbox.take(answer.matter)
    }
    if (await run(`${matterId} ${words}`, send, '已告诉上报人')) onTold()
  }
  return { tell, busy, problem }
}
