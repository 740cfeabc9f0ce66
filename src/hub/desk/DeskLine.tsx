import type { MatterView } from '@contract/views'
import { Alert, Button, Popconfirm, Tooltip } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { useKeys } from '../keys/useKeys'
import { wordsOf } from '../wire/WireProblem'
import { useDeskCommand } from './useDeskCommand'
import { usePresence } from './usePresence'
import './desk.css'

/** Who has taken it, who is looking, and taking it oneself: two officers must not work on one matter unknowing. */
export function DeskLine({ matter }: { matter: MatterView }) {
  const { session } = useConsole()
  const me = useStore(session, ({ person }) => person?.personId)
  const here = usePresence(matter.matterId, true)
  const { taken } = matter
  const own = taken !== undefined && taken.personId === me
  return (
    <div className="desk-who" data-testid="desk-line">
      {taken && (
        <b className={own ? 'taken-own' : 'taken-other'} data-testid="taken">
          {own ? '您接手了' : `${taken.name}接手了`} <Moment at={taken.at} />
        </b>
      )}
      {here.length > 0 && (
        <span className="desk-here" data-testid="presence">
          {here.map(({ name }) => name).join('、')} 也在看
        </span>
      )}
      {!matter.ended && !matter.merging && <TakeButton matter={matter} own={own} />}
    </div>
  )
}

function TakeButton({ matter, own }: { matter: MatterView; own: boolean }) {
  const { api, inbox } = useConsole()
  const { run, busy, problem, forget } = useDeskCommand()
  const [asking, setAsking] = useState(false)
  const { matterId, taken, version } = matter
  const other = taken !== undefined && !own
  const does = own ? 'leave' : 'take'
  const send = () => {
    const from = other ? { from: taken.personId } : {}
    void run(
      `${does} ${version}`,
      async (commandId) => {
        const answer = await api.call('takeMatter', { commandId, matterId, does, ...from })
        inbox.take(answer.matter)
      },
      own ? '放下了' : '接手了',
    )
  }
  useKeys({ o: () => (other ? setAsking(true) : send()) })
  const words = own ? '放下' : other ? '换我来办' : '接手'
  return (
    <>
      <Popconfirm
        open={asking}
        onOpenChange={(open) => setAsking(open && other)}
        title={`${taken?.name ?? '同事'}正在办，先说一声。要换您来办吗？`}
        okText="换我来办"
        cancelText="不换"
        onConfirm={send}
        okButtonProps={{ autoFocus: true }}
      >
        <Tooltip title="按 O">
          <Button
            size="small"
            loading={busy}
            {...(other ? {} : { onClick: send })}
            aria-keyshortcuts="o"
            data-testid="take"
          >
            {words}
          </Button>
        </Tooltip>
      </Popconfirm>
      {problem !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={wordsOf(problem)}
          closable={{ onClose: forget }}
          data-testid="take-problem"
        />
      )}
    </>
  )
}
