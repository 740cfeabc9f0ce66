import type { AccountView } from '@contract/api/accounts'
import type { PersonView } from '@contract/views'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { mayHub } from '../session/findHubPost'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { stateOf } from './AccountTable'
import { BindingCode } from './BindingCode'
import { DisableForm } from './DisableForm'
import { PostList } from './PostList'
import { ResetPassword } from './ResetPassword'
import { SessionList } from './SessionList'

type Props = {
  readonly account: AccountView
  readonly person: PersonView
  readonly onChanged: (account: AccountView) => void
}

/** One person: what they may do, how they get in, and what whoever looks may change of it. */
export function AccountPanel({ account, person, onChanged }: Props) {
  const isOneself = account.personId === person.personId
  const manages = mayHub(person, 'person.manage') || mayHub(person, 'account.make')
  const secures = mayHub(person, 'account.unlock')
  return (
    <aside className="account-panel" aria-label={account.name} data-testid="account-panel">
      <h3>{account.name}</h3>
      <p className="quiet">
        {account.account} · {stateOf(account)}
      </p>
      <PostList
        account={account}
        mayGrant={mayHub(person, 'post.grant') && !isOneself}
        onChanged={onChanged}
      />
      {secures && <Secure account={account} isOneself={isOneself} onChanged={onChanged} />}
      {manages && !isOneself && !account.disabledAt && (
        <>
          <BindingCode account={account.account} />
          <ResetPassword account={account.account} />
          <DisableForm
            account={account}
            onDisabled={(disabledAt) => onChanged({ ...account, disabledAt })}
          />
        </>
      )}
      {secures && (
        <section aria-label="还开着的登录">
          <h4>还开着的登录</h4>
          <SessionList account={account.account} />
        </section>
      )}
    </aside>
  )
}

type SecureProps = Omit<Props, 'person'> & { readonly isOneself: boolean }

function Secure({ account, isOneself, onChanged }: SecureProps) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [said, setSaid] = useState<string>()
  const unlock = () =>
    run(async () => {
      onChanged((await api.call('unlockAccount', { account: account.account })).account)
      setSaid('已解除锁定，可以马上登录')
    })
  const reset = () =>
    run(async () => {
      await api.call('resetSecondFactor', { account: account.account })
      onChanged({ ...account, secondFactor: false })
      setSaid('已重置，本人下次要重新添加')
    })
  return (
    <section className="account-actions" aria-label="安全">
      <Button onClick={() => void unlock()} loading={busy} data-testid="account-unlock">
        解除锁定
      </Button>
      {account.secondFactor && !isOneself && (
        <Button onClick={() => void reset()} loading={busy} data-testid="factor-reset">
          重置动态口令
        </Button>
      )}
      <Trouble problem={problem} />
      {said && <Alert type="success" showIcon role="status" title={said} />}
    </section>
  )
}
