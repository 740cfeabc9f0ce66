import type { MatterCloudEvent } from '@contract/webhooks/matterEvent'

const TEXT_CHARACTERS_MAX = 40

/** 17:05:09 宝珠村 第3网格【路灯不亮】已受理：村口路灯坏了（E441882…，第 2 步） */
export function eventLine({ time, sequence, data }: MatterCloudEvent): string {
  const words = data.note ?? data.text
  const clock = new Date(time).toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
  })
  const what = `${clock} ${data.areaName}【${data.kind.name}】${data.statusTitle}`
  const said = words ? `：${shortened(words)}` : ''
  return `${what}${said}（${data.number}，第 ${Number(sequence)} 步）`
}

/** One line; a control character in a report must not write on the operator's terminal. */
function shortened(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\s]+/gu, ' ').trim()]
  const kept = characters.slice(0, TEXT_CHARACTERS_MAX).join('')
  return characters.length > TEXT_CHARACTERS_MAX ? `${kept}…` : kept
}
