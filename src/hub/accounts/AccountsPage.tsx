import type { AccountView } from '@contract/api/accounts'
import type { PersonView } from '@contract/views'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { PagedList } from '../look/PagedList'
import { mayHub } from '../session/findHubPost'
import { usePages } from '../wire/usePages'
import { AccountPanel } from './AccountPanel'
import { AccountTable } from './AccountTable'
import { MakeAccount } from './MakeAccount'
import './accounts.css'

/** 账号: the people and posts of one's area, and what may be done with each. */
export function AccountsPage({ person }: { person: PersonView }) {
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState('')
  const [making, setMaking] = useState(false)
  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(search.trim())
  }
  return (
    <main className="page" data-testid="accounts">
      <header className="accounts-heading">
        <div>
          <h2>账号</h2>
          <p className="quiet">辖区内的人员和岗位。查看记录在案；居民写全名或账号才找得到。</p>
        </div>
        {mayHub(person, 'account.make') && (
          <Button type="primary" onClick={() => setMaking(true)} data-testid="account-make">
            新建账号
          </Button>
        )}
      </header>
      <form className="accounts-search" role="search" onSubmit={submit}>
        <Input
          value={search}
          maxLength={60}
          allowClear
          onChange={(event) => setSearch(event.target.value)}
          aria-label="姓名或账号"
          placeholder="姓名或账号"
          data-testid="account-search"
        />
        <Button htmlType="submit">查找</Button>
      </form>
      <Found key={asked} search={asked} person={person} />
      {making && (
        <MakeAccount
          onClose={() => setMaking(false)}
          onMade={(account) => {
            setMaking(false)
            setSearch(account)
            setAsked(account)
          }}
        />
      )}
    </main>
  )
}

function Found({ search, person }: { search: string; person: PersonView }) {
  const { api } = useConsole()
  const [chosen, setChosen] = useState<AccountView>()
  const pages = usePages((after) =>
    api.call('listAccounts', {
      ...(search === '' ? {} : { search }),
      ...(after === undefined ? {} : { after }),
      limit: 50,
    }),
  )
  return (
    <div className="accounts-split">
      <div className="accounts-list">
        <PagedList pages={pages} empty="没有找到。居民要写全名或账号。">
          {(items) => <AccountTable items={items} chosen={chosen?.personId} onChoose={setChosen} />}
        </PagedList>
      </div>
      {chosen && (
        <AccountPanel
          key={chosen.personId}
          account={chosen}
          person={person}
          onChanged={(account) => {
            setChosen(account)
            pages.again()
          }}
        />
      )}
    </div>
  )
}
