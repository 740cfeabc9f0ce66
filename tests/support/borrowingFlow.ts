import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import { choice, day, note, reason, result, row, toAll } from '@domain/flows/fields'
import { hours } from '@domain/flows/limits'
import { withdraw } from '@domain/flows/rows'

const lend: ActionRow = {
  title: '借出',
  event: 'lent',
  to: 'lent',
  permission: 'service.organise',
  form: [result('给借的人的话', ['到村委会来拿', '已送到家'])],
  adds: { list: 'parts', title: '要还的东西', titles: ['机器', '水管', '电源线'] },
  forwarded: false,
  tells: ['reporter'],
  measure: 'accepted',
  primary: true,
}

const refuse: ActionRow = {
  title: '借不了',
  event: 'refused',
  to: 'refused',
  permission: 'service.organise',
  form: [reason(['都借出去了', '坏了，在修'])],
  forwarded: false,
  tells: ['reporter'],
}

const takeBack: ActionRow = {
  title: '还回一样',
  event: 'part-returned',
  to: 'lent',
  permission: 'service.organise',
  when: [{ list: 'parts', open: true }],
  form: [row('还了哪样', 'parts'), note('有没有损坏')],
  ticks: { list: 'parts' },
  forwarded: false,
  tells: [],
  primary: true,
}

const waitForIt: ActionRow = {
  title: '我也要借，排队',
  event: 'queued',
  to: 'lent',
  permission: 'matter.participate',
  relation: 'neighbour',
  form: [note('什么时候用')],
  enters: { roll: 'waiting' },
  forwarded: false,
  tells: [],
  primary: true,
}

const allBack: ActionRow = {
  title: '都还了',
  event: 'returned',
  to: 'returned',
  permission: 'service.organise',
  automatic: 'onceTrue',
  when: [{ list: 'parts', done: true }],
  form: [],
  forwarded: false,
  tells: ['reporter', { roll: 'waiting' }],
  measure: 'closed',
}

const writeOff: ActionRow = {
  title: '还不回来了，销账',
  event: 'written-off',
  to: 'lost',
  permission: 'service.organise',
  form: [reason(['丢了，已赔', '坏了，已报废'])],
  forwarded: false,
  tells: ['reporter'],
}

/** 借用器材: a system that no part of the product has heard of. */
export const borrowingFlow = {
  name: 'borrowing',
  version: 1,
  title: '借用器材',
  purpose: '向村里借抽水机、梯子、扩音器，用完还回来',
  initial: 'requested',
  openTo: 'matter.participate',
  openIn: ['lent', 'returned'],
  openLists: ['parts'],
  kinds: [{ code: '9801', name: '借用器材', urgency: 'U4', accept: hours(24), handle: hours(24) }],
  report: {
    title: '想借器材',
    permission: 'matter.report',
    at: 'village',
    photosMax: 0,
    form: [
      toAll(choice('tool', '借什么', { pump: '抽水机', ladder: '梯子', speaker: '扩音器' })),
      toAll(day('until', '借到哪天')),
    ],
    forwarded: false,
    tells: ['hub'],
  },
  statuses: {
    requested: {
      title: '等答复',
      sentence: '村里在看有没有，{due}前答复',
      deadline: { limit: hours(24), warns: 'service.organise' },
      stage: 'accept',
      actions: { lend, refuse, withdraw },
    },
    lent: {
      title: '借出去了',
      sentence: '借到手了，请按时还',
      deadline: {
        limit: { until: 'until' },
        warns: 'service.organise',
        marks: [{ share: 1, tells: ['reporter', 'inCharge'], words: '说好的日子过了，请还回来' }],
      },
      stage: 'handle',
      actions: { takeBack, waitForIt, allBack, writeOff },
    },
    returned: { title: '已还', sentence: '都还了，谢谢', ended: true, actions: {} },
    lost: { title: '已销账', sentence: '还不回来了，原因在下面', ended: true, actions: {} },
    refused: { title: '借不了', sentence: '这次借不了，原因在下面', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
