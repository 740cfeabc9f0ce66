import type { Anchor, ChainFault, ChainReport } from '../../store/verifyChain'

const words: Readonly<Record<ChainFault['what'], string>> = {
  changed: '内容被改过',
  removed: '记录不见了',
  inserted: '不是系统写的记录',
  unlinked: '这一环不见了',
}

/** What whoever verifies is told; the last line is to be written down outside this machine. */
export function sayReport({ faults, head, unsealed }: ChainReport): string {
  const lines = faults.map(({ what, position, seq }) => {
    const where = [position && `第 ${position} 环`, seq && `记录 ${seq}`].filter(Boolean)
    return `✗ ${where.join('，')}：${words[what]}`
  })
  const verdict = faults.length > 0 ? `审计链有 ${faults.length} 处不对` : '审计链完整'
  const hash = Buffer.from(head.hash).toString('hex')
  return [
    ...lines,
    `${verdict}：共 ${head.position} 环，另有 ${unsealed} 条刚写、还没入链`,
    `末环 ${head.position}:${hash}（抄在别处，下次核对时带上）`,
  ].join('\n')
}

export function readAnchors(args: readonly string[]): Anchor[] {
  return args.map((arg) => {
    const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(arg) ?? []
    if (position === undefined || hash === undefined)
      throw new Error('用法：audit:verify [末环 …]，末环像 120:3f…（64 位十六进制）')
    return { position: Number(position), hash }
  })
}
