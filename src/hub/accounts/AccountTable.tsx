import type { AccountView } from '@contract/api/accounts'
import '../deliveries/deliveries.css'

type Props = {
  readonly items: readonly AccountView[]
  readonly chosen: string | undefined
  readonly onChoose: (account: AccountView) => void
}

export function AccountTable({ items, chosen, onChoose }: Props) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="账号">
      <table>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">账号</th>
            <th scope="col">岗位</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr
              key={one.personId}
              className={one.personId === chosen ? 'row-open' : ''}
              data-testid="account-row"
            >
              <th scope="row">
                <button
                  type="button"
                  className="account-open"
                  aria-pressed={one.personId === chosen}
                  onClick={() => onChoose(one)}
                >
                  {one.name}
                </button>
              </th>
              <td>{one.account}</td>
              <td className="address">
                {one.posts.map(({ roleTitle, area }) => `${area.name} ${roleTitle}`).join('、') ||
                  '没有岗位'}
              </td>
              <td className={one.lockedUntil ? 'needs-you' : ''}>{stateOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function stateOf({
  disabledAt,
  lockedUntil,
  hasPassword,
  bound,
  secondFactor,
}: AccountView) {
  if (disabledAt) return '已停用'
  if (lockedUntil) return '锁定中'
  const ways = [hasPassword && '有密码', bound && '已绑微信', secondFactor && '有动态口令']
  return ways.filter(Boolean).join('、') || '还不能登录'
}
