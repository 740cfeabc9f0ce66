import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { openApp } from '../../app'
import { demoPeople, DEMO_PASSWORD } from '../../demo/demoPeople'
import { findDemoWarning } from '../../demo/findDemoWarning'
import { loadDemoCounty } from '../../demo/loadDemoCounty'
import { DemoCountyInUse, refuseDemoCounty } from '../../demo/refuseDemoCounty'
import { makeHttpServer } from '../../doors/http/httpServer'
import { readSettings, type Settings } from '../../settings'
import { FolderInUse } from '../../store/lockFolder'
import { hashPassword } from '../../store/passwords'

/** Whoever is still sending after this is cut off: the machine that told us to stop will not wait much longer. */
const STOP_PATIENCE_MS = 5_000

/** A photo waits for the disk twice; with Node's usual four threads all others would wait behind it. */
const FILE_THREADS = 16

/** The self-hosted server: everything on one port until it is told to stop. */
async function main(): Promise<void> {
  process.env.UV_THREADPOOL_SIZE ??= String(FILE_THREADS)
  const settings = readSettings(process.env)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  say(settings.databaseUrl ? '连接 PostgreSQL…' : `打开内置数据库（${settings.dataDir}）…`)
  const app = await openApp(settings)
  await refuseDemoCounty(app)
  if (settings.demo) await loadDemo(app, say)
  const server = await makeHttpServer(app, {
    dist: path.resolve(__dirname, '..'),
    version: process.env.npm_package_version ?? '0.1.0',
  })
  await server.listen({ host: settings.host, port: settings.port })
  app.start()
  announce(settings, (server.server.address() as AddressInfo).port, say)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('正在停止，先做完手上的…')
      void stop(app, server).then(() => process.exit(0))
    })
  }
}

type Started = Awaited<ReturnType<typeof openApp>>

async function loadDemo(app: Started, say: (line: string) => void): Promise<void> {
  const { database, countyId, reference } = app.context
  await loadDemoCounty(database, countyId, {
    folder: path.join(__dirname, 'demo'),
    hashPassword: () => hashPassword(DEMO_PASSWORD),
    onProgress: say,
  })
  await reference.reload()
}

/** New requests are told to come again, those in hand are answered, then the loops and the database end. */
async function stop(
  app: Started,
  server: Awaited<ReturnType<typeof makeHttpServer>>,
): Promise<void> {
  app.beginStop()
  const patience = setTimeout(() => server.server.closeAllConnections(), STOP_PATIENCE_MS)
  await server.close()
  clearTimeout(patience)
  await app.close()
}

/** The port is asked of the socket: PORT=0 takes whichever is free. */
function announce(settings: Settings, port: number, say: (line: string) => void): void {
  const at = `http://${settings.host}:${port}`
  say('')
  say(`连心已启动：${at}/`)
  say(`  手机端（网页版）  ${at}/`)
  say(`  镇综治中心控制台  ${at}/hub/`)
  say(`  接口 ${at}/api/v1/   文档 ${at}/docs/   ${at}/openapi.json`)
  say(`  ${at}/healthz  ${at}/readyz  ${at}/metrics`)
  if (settings.demo) announceDemo(settings, say)
  say('按 Ctrl-C 停止。')
}

function announceDemo(settings: Settings, say: (line: string) => void): void {
  const people = demoPeople(settings.countyId)
  say('')
  say('演示身份（手机端直接点选）：信息员 officer · 网格员 gridWorker · 居民 resident')
  say(
    `控制台账号：${people.hubOperator}（值班员） · ${people.countyAdmin}（县管理员）   密码：${DEMO_PASSWORD}`,
  )
  const warning = findDemoWarning(settings)
  if (warning) say(warning)
}

main().catch((error: unknown) => {
  const sentence =
    error instanceof FolderInUse || error instanceof DemoCountyInUse
      ? error.message
      : `启动失败：${String(error instanceof Error ? error.stack : error)}`
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
})
