import type { KindView, MatterView } from '@contract/views'
import { App, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Area } from '../area/useAreasBelow'
import { useConsole } from '../console/ConsoleContext'
import { goTo } from '../console/route'
import { wordsOf } from '../wire/WireProblem'
import { BeginForm } from './BeginForm'
import { KindChoice } from './KindChoice'
import { useKinds } from './useKinds'
import './begin.css'

type Props = {
  readonly open: boolean
  readonly homeArea: Area
  readonly onClose: () => void
}

/** 发起: closed halfway it keeps what was typed, until it has been sent. */
export function BeginDialog({ open, homeArea, onClose }: Props) {
  const { session } = useConsole()
  const { message } = App.useApp()
  // Sign-in lies over everything; what was typed waits below it.
  const ended = useStore(session, (state) => state.ended)
  const [round, setRound] = useState(0)
  const done = (matter: MatterView) => {
    setRound(round + 1)
    onClose()
    goTo({ page: 'matters', matterId: matter.matterId })
    void message.success(`已发起 ${matter.number}`)
  }
  return (
    <Modal
      key={round}
      title="发起"
      open={open && !ended}
      onCancel={onClose}
      footer={null}
      width={760}
      mask={{ closable: false }}
    >
      <BeginSteps homeArea={homeArea} onDone={done} />
    </Modal>
  )
}

function BeginSteps({
  homeArea,
  onDone,
}: {
  homeArea: Area
  onDone: (matter: MatterView) => void
}) {
  const { kinds, problem, retry } = useKinds()
  const [kind, setKind] = useState<KindView>()
  if (problem !== undefined)
    return (
      <p role="alert">
        {wordsOf(problem)} <Button onClick={retry}>再试一次</Button>
      </p>
    )
  if (!kinds) return <Skeleton active title={false} />
  if (kinds.length === 0) return <p>您的岗位不发起事项，请找值班员。</p>
  return kind ? (
    <BeginForm
      key={kind.code}
      kind={kind}
      homeArea={homeArea}
      onOtherKind={() => setKind(undefined)}
      onDone={onDone}
    />
  ) : (
    <KindChoice kinds={kinds} onChoose={setKind} />
  )
}
