import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { MatterView } from '@contract/views'
import { Button } from 'antd'
import { useState } from 'react'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'

type Secret = NonNullable<MatterView['secrets']>[number]

/** 保密信息: nothing of it is on the page until somebody opens it, and they are told that this is put on record. */
export function Secrets({ matter }: { matter: MatterView }) {
  if (!matter.secrets || matter.secrets.length === 0) return null
  return (
    <section aria-labelledby="secrets-title" className="secrets">
      <h3 id="secrets-title">保密信息</h3>
      <p className="quiet">谁看、什么时候看，都会记录在案。</p>
      {matter.secrets.map((secret) => (
        <SecretLine key={secret.name} matterId={matter.matterId} secret={secret} />
      ))}
    </section>
  )
}

function SecretLine({ matterId, secret }: { matterId: string; secret: Secret }) {
  const { api } = useConsole()
  const [opened, setOpened] = useState<ResponseOf<Operations['openSecret']>>()
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  async function open() {
    setBusy(true)
    setProblem(undefined)
    await api
      .call('openSecret', { matterId, field: secret.name })
      .then(setOpened, setProblem)
      .finally(() => setBusy(false))
  }
  const until = opened?.until ?? secret.until
  return (
    <div className="secret" data-testid="secret" data-field-name={secret.name}>
      <b>{secret.title}</b>
      {opened ? (
        <>
          <span className="secret-words" role="status">
            {opened.words}
          </span>
          <span className="quiet">这次查看已记录</span>
          <Button size="small" onClick={() => setOpened(undefined)}>
            收起
          </Button>
        </>
      ) : (
        <Button loading={busy} onClick={() => void open()} data-testid="secret-open">
          查看（会记录在案）
        </Button>
      )}
      {until !== undefined && (
        <span className="quiet">
          <Moment at={until} />
          前可看
        </span>
      )}
      {problem !== undefined && <span role="alert">{wordsOf(problem)}</span>}
    </div>
  )
}
