import type { Instant } from '@domain/shared/instant'
import type { AreaCode } from '@domain/area/areaCode'

export const carrierNames = ['wechat', 'wecom', 'sms'] as const
export type CarrierName = (typeof carrierNames)[number]

/** What somebody is told outside the app. Of what is not for everybody's eyes it says only that there is something. */
export type OutsideMessage = {
  readonly noticeId: string
  /** An openid, the area of a group's robot, or a telephone number. */
  readonly address: string
  readonly matterId: string
  readonly title: string
  readonly words: string
  readonly at: Instant
}

/** `refused`: never again, for a reason that trying does not change. `later`: not now. */
export type Carried =
  | { readonly outcome: 'sent' | 'refused'; readonly answer: string }
  | { readonly outcome: 'later'; readonly answer: string; readonly waitMs?: number }

/** 通道: one way to somebody who has not opened the app. Whatever happens is an answer, never a throw. */
export type Carrier = {
  readonly name: CarrierName
  /** Sent side by side. */
  readonly atOnceMax: number
  /** Where this person is reached; undefined: not by this carrier, or not for something as slight. */
  addressOf(person: Reachable, level: MessageLevel): string | undefined
  /** Where the township's own group is reached. */
  groupOf?(areaCode: AreaCode, level: MessageLevel): string | undefined
  send(message: OutsideMessage): Promise<Carried>
}

export type MessageLevel = 'note' | 'yellow' | 'red'

export type Reachable = { readonly openid: string | null; readonly phone: string }
