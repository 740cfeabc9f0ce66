/** Urgency 紧急程度: U1 特急 (danger to life now), U2 紧急, U3 一般, U4 便民. */
export const urgencies = {
  U1: { title: '特急' },
  U2: { title: '紧急' },
  U3: { title: '一般' },
  U4: { title: '便民' },
} as const

export type Urgency = keyof typeof urgencies

/** S0 public summary · S1 handlers only · S2 need-to-know · S3 hub and assigned only (minors, health, violence). */
export const sensitivities = ['S0', 'S1', 'S2', 'S3'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** S2 and S3: no word of it goes further than those who may read it. */
export function isSensitive(level: Sensitivity): boolean {
  return level === 'S2' || level === 'S3'
}

/** elapsed 紧急工作时: every hour of the day. working 工作时: hours on the working calendar. */
export type ClockKind = 'elapsed' | 'working'

export type TimeLimit = { readonly hours: number; readonly clock: ClockKind }

/** Kind 事件类别: one of the 72 (or a county's own), a row of configuration with a version. */
export type Kind = {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly categoryName: string
  readonly urgency: Urgency
  readonly accept: TimeLimit
  readonly handle: TimeLimit
  /** Points after confirmation; 0 on purpose for accusations of persons and own requests. */
  readonly basePoints: number
  /** 自办结: may a grid worker settle it on the spot? */
  readonly selfClose: boolean
  readonly sensitivity: Sensitivity
  readonly owner: string
  /** The flow that a report of this kind begins. */
  readonly flow: string
  readonly version: number
}
