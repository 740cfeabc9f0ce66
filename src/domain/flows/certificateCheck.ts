import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { consent, line, moment, note, reason, toReporter } from './fields'
import { minutes, workingHours } from './limits'

/**
 * 无证件办事: with the person's consent the issuing platform is asked whether a certificate is true, instead of having it
 * carried (余姚; consent and receiver: PIPL Arts. 14, 23). What is kept is the number of the proof and its time, the
 * name and four digits; never a picture. Consent withdrawn, the name and the digits are forgotten as well.
 */

const ASKED_AGAIN_MAX = 3

const person: FormField = line('person', '他的姓名')
const last4: FormField = { ...line('last4', '证件号码后四位'), max: 4 }

/** Whoever begins a check from another matter asks the same. */
export const certificateForm: readonly FormField[] = [
  person,
  last4,
  line('use', '办什么事'),
  line('receiver', '结果给哪个单位'),
  consent('agrees', '本人同意', '我同意为办这件事核验我的证件，结果只给上面写的单位，不留照片'),
]

const forgotten = { person: null, last4: null, proof: null } as const

/** What the issuing platform says; nobody can say it for it. */
function answer(words: Pick<ActionRow, 'title' | 'event' | 'to' | 'form'>): ActionRow {
  return {
    ...words,
    permission: 'matter.handle',
    automatic: 'answer',
    forwarded: false,
    tells: ['reporter'],
  }
}

/** The person comes to the hub, or whoever asked has left. */
const withdrawAtHub: ActionRow = {
  title: '本人来撤回同意',
  event: 'consent-withdrawn',
  to: 'consentWithdrawn',
  permission: 'matter.accept',
  form: [note('说明')],
  sets: forgotten,
  forwarded: false,
  tells: ['reporter'],
}

const withdrawConsent: ActionRow = {
  ...withdrawAtHub,
  title: '他不同意了',
  permission: 'matter.handle',
  relation: 'reporter',
  tells: ['hub'],
}

const usePaper: ActionRow = {
  title: '改用纸质证件',
  event: 'done-by-paper',
  to: 'doneByPaper',
  permission: 'matter.handle',
  relation: 'reporter',
  form: [reason(['平台没有回应，已看原件', '信息不一致，已看原件', '查不到，已看原件'])],
  sets: { person: null, last4: null },
  forwarded: false,
  tells: [],
}

const askAgain: ActionRow = {
  title: '再问一次',
  event: 'asked-again',
  to: 'asked',
  permission: 'matter.handle',
  relation: 'reporter',
  atMost: ASKED_AGAIN_MAX,
  form: [],
  asks: 'certificate',
  forwarded: false,
  tells: [],
  primary: true,
}

/** Written wrongly the first time: counted with the other times it was asked again. */
const askCorrected: ActionRow = { ...askAgain, title: '改正后再问', form: [person, last4] }

const unsettled = { limit: workingHours(8), warns: 'matter.accept' } as const

export const certificateCheckFlow = {
  name: 'certificateCheck',
  version: 1,
  title: '免证核验',
  purpose: '没带证件也能办：经本人同意，向发证的地方核一下',
  initial: 'asked',
  sensitivity: 'S2',
  kinds: [
    { code: '1601', name: '身份证' },
    { code: '1602', name: '户口簿' },
    { code: '1603', name: '结婚证' },
    { code: '1604', name: '残疾人证' },
  ].map((kind) => ({
    ...kind,
    urgency: 'U3' as const,
    accept: minutes(5),
    handle: workingHours(8),
    sensitivity: 'S2' as const,
  })),
  report: {
    title: '核验证件',
    permission: 'matter.handle',
    at: 'township',
    photosMax: 0,
    form: certificateForm,
    asks: 'certificate',
    forwarded: false,
    tells: [],
  },
  statuses: {
    asked: {
      title: '正在核验',
      sentence: '已去问发证的地方，一般几秒钟就有回音',
      deadline: { limit: 'kind.accept', warns: 'matter.accept', marks: [] },
      actions: {
        verified: answer({
          title: '核验属实',
          event: 'certificate-verified',
          to: 'verified',
          form: [
            toReporter(line('proof', '核验编号')),
            toReporter(moment('checkedAt', '核验时间')),
          ],
        }),
        notFound: answer({
          title: '查不到',
          event: 'certificate-not-found',
          to: 'notFound',
          form: [toReporter(note('说明'))],
        }),
        mismatch: answer({
          title: '信息不一致',
          event: 'certificate-mismatched',
          to: 'mismatch',
          form: [toReporter(note('说明'))],
        }),
        unavailable: answer({
          title: '平台没有开',
          event: 'certificate-unavailable',
          to: 'unavailable',
          form: [toReporter(note('说明'))],
        }),
        noAnswer: {
          ...answer({
            title: '没有回音',
            event: 'certificate-unanswered',
            to: 'unavailable',
            form: [],
          }),
          automatic: { share: 1 },
        },
        withdrawConsent,
        withdrawAtHub,
      },
    },
    unavailable: {
      title: '没有问到',
      sentence: '发证的地方没有回音，可以再问，也可以看原件',
      deadline: unsettled,
      actions: { askAgain, usePaper, withdrawConsent, withdrawAtHub },
    },
    notFound: {
      title: '查不到',
      sentence: '发证的地方查不到这个证，请核对，或看原件',
      deadline: unsettled,
      actions: { askAgain: askCorrected, usePaper, withdrawConsent, withdrawAtHub },
    },
    mismatch: {
      title: '不一致',
      sentence: '姓名和号码对不上，请核对，或看原件',
      deadline: unsettled,
      actions: { askAgain: askCorrected, usePaper, withdrawConsent, withdrawAtHub },
    },
    verified: {
      title: '属实',
      sentence: '已经核过，是真的，不用再拿证件',
      ended: true,
      actions: { withdrawConsent, withdrawAtHub },
    },
    doneByPaper: { title: '已看原件', sentence: '看了纸质原件', ended: true, actions: {} },
    consentWithdrawn: {
      title: '已撤回同意',
      sentence: '本人不同意了，没有再核，姓名和号码已经抹去',
      ended: true,
      actions: {},
    },
  },
} as const satisfies FlowTable
