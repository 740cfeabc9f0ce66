import type { Settings } from '../settings'

/** A demo lets in anybody who reaches it; said aloud where more than this machine does. */
export function findDemoWarning({ demo, host }: Settings): string | undefined {
  if (!demo || isLoopback(host)) return undefined
  return `警告：演示模式正对外开放（HOST=${host}），任何人都能以演示身份和公开的密码进入。不要录入真实信息；正式使用请设 NODE_ENV=production。`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}
