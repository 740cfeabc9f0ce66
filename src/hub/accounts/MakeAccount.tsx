import type { PersonId } from '@domain/shared/ids'
import { Button, Input, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'

type Props = { readonly onClose: () => void; readonly onMade: (account: string) => void }

export function MakeAccount({ onClose, onMade }: Props) {
  const { api, newId } = useConsole()
  const { busy, problem, run } = useAsk()
  const [personId] = useState(() => newId() as PersonId)
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    void run(async () => {
      const request = { personId, account: account.trim(), name: name.trim() }
      onMade((await api.call('makeAccount', request)).account.account)
    })
  }
  return (
    <Modal
      title="新建账号"
      open
      footer={null}
      transitionName=""
      maskTransitionName=""
      onCancel={onClose}
    >
      <form className="accounts-form" onSubmit={submit}>
        <label>
          账号（字母、数字或 . _ @ -）
          <Input
            value={account}
            maxLength={60}
            autoFocus
            onChange={(event) => setAccount(event.target.value)}
            data-testid="make-account"
          />
        </label>
        <label>
          姓名
          <Input
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.target.value)}
            data-testid="make-name"
          />
        </label>
        <p className="quiet">新账号什么都不能做，岗位由安全管理员授予。</p>
        <Trouble problem={problem} />
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={account.trim() === '' || name.trim() === ''}
          data-testid="make-submit"
        >
          新建
        </Button>
      </form>
    </Modal>
  )
}
