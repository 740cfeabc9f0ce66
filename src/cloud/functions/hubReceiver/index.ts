import { openHubReceiver } from './openHubReceiver'

/** `HUB_SECRET=whsec_… npm run hub:receive`: prints every event that comes, one line each. */
const { HUB_SECRET, HOST = '127.0.0.1', PORT = '7200' } = process.env

const print = (line: string) => void process.stdout.write(`${line}\n`)

if (HUB_SECRET) {
  openHubReceiver({ secret: HUB_SECRET, print }).listen(Number(PORT), HOST, () =>
    print(`正在 http://${HOST}:${PORT}/ 接收事件`),
  )
} else {
  process.stderr.write('请用环境变量 HUB_SECRET 给出登记接收地址时显示的密钥（whsec_…）\n')
  process.exitCode = 1
}
