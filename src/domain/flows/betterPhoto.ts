import type { ActionRow, StatusRow } from '../flow/flowTable'
import { choice, optional, photos, required, text, toReporter, unkept } from './fields'
import { hours } from './limits'

/**
 * 请重拍: the township names the one photo that will not do and why, and its owner takes that one again. The new photo
 * takes its place; the old one stays on record, marked. For any flow whose reports are photographed.
 */

const ASKED_MAX = 3

const which = { name: 'badPhoto', title: '哪一张', type: 'photo', required: true, max: 1 } as const

const why = choice('photoFault', '哪里不行', {
  dark: '太暗了，看不清。请到亮处再拍',
  blurred: '模糊了。请拿稳再拍',
  wrongThing: '拍的不是要看的地方',
  faces: '拍到了人脸。请避开人再拍',
})

const words = optional(text('photoWords', '还要告诉他的'))

const asks = {
  title: '请重拍照片',
  event: 'photo-asked',
  permission: 'matter.accept',
  atMost: ASKED_MAX,
  form: [{ ...which, keeps: true }, toReporter(why), toReporter(words)],
  forwarded: false,
  tells: ['reporter'],
} as const satisfies Partial<ActionRow>

const retakes = {
  title: '重拍这一张',
  event: 'photo-retaken',
  permission: 'matter.report',
  relation: 'reporter',
  form: [
    required({ ...photos('重拍的照片', true), max: 1 }),
    unkept(optional(text('note', '说明'))),
  ],
  replaces: { photo: 'badPhoto', because: 'photoFault' },
  sets: { badPhoto: null, photoFault: null, photoWords: null },
  forwarded: true,
  tells: ['hub', 'assignee'],
  primary: true,
} as const satisfies Partial<ActionRow>

/** Before anybody has taken the matter on it waits for the photo, and its time stands still (待补充). */
export function askAndWait(waiting: string): ActionRow {
  return { ...asks, to: waiting, when: ['photographed'], deadline: 'stop' }
}

/** Who is reminded, and when: half of the time the reporter, at its end the hub as well. */
export function waitForPhoto(back: string, others: StatusRow['actions']): StatusRow {
  return {
    title: '待重拍',
    sentence: '有一张照片看不清，请重拍后再送',
    deadline: {
      limit: { U1: hours(1), U2: hours(24), U3: hours(72), U4: hours(168) },
      warns: 'matter.accept',
      marks: [
        { share: 0.5, tells: ['reporter'], words: '还有一张照片等您重拍' },
        { share: 1, tells: ['reporter', 'inCharge'], words: '照片一直没有重拍，请看要不要不等了' },
      ],
    },
    actions: { retakePhoto: { ...retakes, to: back, deadline: 'resume' }, ...others },
  }
}

/** Where somebody is at work on it already the work goes on meanwhile, and so does its time. */
export function askMeanwhile(status: string): Record<string, ActionRow> {
  const asked = (given: boolean) => ({ field: which.name, given }) as const
  return {
    askPhoto: { ...asks, to: status, when: ['photographed', asked(false)] },
    retakePhoto: { ...retakes, to: status, when: [asked(true)] },
  }
}
