import { findPasswordFault } from '@domain/access/passwordRule'
import type { Instant } from '@domain/shared/instant'
import { problems } from '@contract/problems'
import { attemptsAt, hasConsolePost } from '../../commands/checkPassword'
import type { Database } from '../../store/database'
import { hashPassword } from '../../store/passwords'
import { findAccount } from '../../store/peopleStore'
import { writePassword } from '../../store/writePassword'

type Wanted = { readonly account: string; readonly password: string; readonly now: Instant }

/** Whoever can run programs on the server needs no permission; the rules for passwords are the same. */
export async function setFirstPassword(
  database: Database,
  countyId: number,
  { account, password, now }: Wanted,
): Promise<string> {
  const row = await findAccount(database, countyId, account)
  if (!row) throw new Error(`没有账号 ${account}，请先导入人员`)
  if (row.disabled_at !== null) throw new Error(problems['access.disabled'].title)
  if (!hasConsolePost(row)) throw new Error(`账号 ${account} 没有控制台岗位，用不着密码`)
  if (findPasswordFault(account, password)) throw new Error(problems['password.too-weak'].title)
  const ended = await writePassword(database, countyId, {
    personId: row.person_id,
    subject: attemptsAt(account),
    passwordHash: await hashPassword(password),
    now,
    told: {
      at: now,
      act: 'password.set',
      outcome: 'done',
      subject: account,
      details: { by: 'the program setPassword' },
    },
  })
  return `${row.name}（${account}）的密码已设置，原有的 ${ended} 处登录已失效`
}
