import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { PageTrouble } from '../console/PageTrouble'
import { EnrolFactor } from './EnrolFactor'
import { ProveForm } from './ProveForm'
import './factor.css'

export type FactorState = ResponseOf<Operations['readSecondFactor']>

/** Stands over whatever asked for something sensitive; once it is proved, what was asked goes on by itself. */
export function FactorDialog() {
  const { factor, desk } = useConsole()
  const asking = useStore(factor.store, (state) => state.asking)
  if (!asking) return null
  return (
    <Modal
      title="先输入动态口令"
      open
      footer={null}
      transitionName=""
      maskTransitionName=""
      onCancel={() => factor.settle(false)}
    >
      <Ask
        onProved={() => {
          factor.settle(true)
          desk.renew()
        }}
      />
    </Modal>
  )
}

function Ask({ onProved }: { onProved: () => void }) {
  const { state, problem, read } = useFactor()
  return (
    <div className="factor" data-testid="factor">
      <PageTrouble problem={problem} onRetry={() => void read()} />
      {!state && problem === undefined && <Skeleton active />}
      {state?.enrolled === true && <ProveForm onProved={onProved} />}
      {state?.enrolled === false && (
        <EnrolFactor needsPassword={state.needsPassword} onDone={onProved} />
      )}
    </div>
  )
}

export function useFactor() {
  const { api } = useConsole()
  const [state, setState] = useState<FactorState>()
  const [problem, setProblem] = useState<unknown>()
  const read = () =>
    api
      .call('readSecondFactor', {})
      .then((answer) => {
        setState(answer)
        setProblem(undefined)
      })
      .catch(setProblem)
  useEffect(() => void read(), [api])
  return { state, problem, read }
}
