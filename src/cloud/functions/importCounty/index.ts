import { readCountyFolder } from '../../import/countyFiles'
import { hasProblems, importCounty, type ImportAnswer } from '../../import/importCounty'
import { readSettings } from '../../settings'
import { migrate } from '../../store/migrate'
import { openDatabase } from '../../store/openDatabase'

/** `importCounty <folder>`: the county's files from the command line, into the database the settings name. */
async function main(): Promise<void> {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('用法：importCounty <文件夹>')
  const settings = readSettings(process.env)
  const files = await readCountyFolder(folder)
  if (Object.keys(files).length === 0) throw new Error(`${folder} 里没有可导入的文件`)
  const database = await openDatabase(settings)
  try {
    await migrate(database)
    const answer = await importCounty(database, settings.countyId, files)
    process.stdout.write(`${linesOf(answer).join('\n')}\n`)
    if (hasProblems(answer)) process.exitCode = 1
  } finally {
    await database.close()
  }
}

function linesOf(answer: ImportAnswer): string[] {
  if (!hasProblems(answer)) {
    return Object.entries(answer).map(
      ([table, { inserted, changed, unchanged, ended }]) =>
        `${table}：新增 ${inserted}，修改 ${changed}，未变 ${unchanged}，停用 ${ended}`,
    )
  }
  const lines = answer.problems.map(
    ({ file, line, message }) => `${file} 第 ${line} 行：${message}`,
  )
  const more = answer.more > 0 ? [`……另有 ${answer.more} 处`] : []
  return [...lines, ...more, '什么也没有写入。请改好文件后再导入。']
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
