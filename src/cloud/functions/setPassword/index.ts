import { text } from 'node:stream/consumers'
import { readSettings } from '../../settings'
import { migrate } from '../../store/migrate'
import { openDatabase } from '../../store/openDatabase'
import { setFirstPassword } from './setFirstPassword'

/**
 * `setPassword <account>`: the first administrator of a county, whom nobody can let in from within. The password comes
 * from standard input, because a command line is read by others and kept in a history.
 */
async function main(): Promise<void> {
  const account = process.argv[2]
  if (account === undefined) throw new Error('用法：setPassword <账号>，密码从标准输入读取')
  const settings = readSettings(process.env)
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const database = await openDatabase(settings)
  try {
    await migrate(database)
    const { countyId } = settings
    const now = Date.now()
    process.stdout.write(
      `${await setFirstPassword(database, countyId, { account, password, now })}\n`,
    )
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
