import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, CommandIdSchema, MatterIdSchema, Next, Page, text, Time } from '../shapes'

const EndpointId = v.pipe(v.string(), v.uuid())

/** More than these are all kinds. */
export const ENDPOINT_KINDS_MAX = 100

/** 订阅: codes of kinds, or how they begin (`10` is all of a group). null: everything of the area. */
const Kinds = v.nullable(
  v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,20}$/, '类别代码是数字'))),
    v.minLength(1, '至少选一个类别'),
    v.maxLength(ENDPOINT_KINDS_MAX),
  ),
)

export const EndpointView = v.object({
  endpointId: EndpointId,
  name: v.string(),
  /** The township (or county) whose matters it receives. */
  areaCode: AreaCode,
  /** null: a hub without an inbound path, which pulls. */
  url: v.nullable(v.string()),
  kinds: Kinds,
  createdAt: Time,
  disabled: v.boolean(),
  /** Not yet delivered, or not yet acknowledged by a hub that pulls (counted up to 1000). */
  waiting: v.number(),
  waitingSince: v.nullable(Time),
  abandoned: v.number(),
  lastDeliveredAt: v.nullable(Time),
  /** A hub that pulls: when it last asked. */
  askedAt: v.nullable(Time),
  /** 失联: since when it has taken nothing although something waits for it. */
  silentSince: v.nullable(Time),
  /** The secret before the present one is good until then. */
  previousSecretUntil: v.nullable(Time),
})

/** 接收地址: where a township's events are forwarded, signed by Standard Webhooks. */
export const listEndpoints = defineOperation({
  name: 'listEndpoints',
  summary: '接收地址与投递情况',
  request: v.object({}),
  response: v.object({ items: v.array(EndpointView) }),
  problems: [],
})

export const registerEndpoint = defineOperation({
  name: 'registerEndpoint',
  summary: '登记一个接收地址；密钥只显示这一次',
  request: v.object({
    endpointId: EndpointId,
    name: v.pipe(text(60), v.minLength(1)),
    areaCode: AreaCode,
    url: v.nullable(v.pipe(text(500), v.url())),
    kinds: v.optional(Kinds),
  }),
  response: v.object({ endpoint: EndpointView, secret: v.string() }),
  problems: ['hub.address-not-allowed', 'command.id-reused', 'access.outside-jurisdiction'],
})

export const disableEndpoint = defineOperation({
  name: 'disableEndpoint',
  summary: '停用一个接收地址',
  request: v.object({ endpointId: EndpointId }),
  response: v.object({ endpoint: EndpointView }),
  problems: ['hub.endpoint-not-found'],
})

export const changeSubscription = defineOperation({
  name: 'changeSubscription',
  summary: '改一个接收地址要收的类别；从此以后的事才按新的送',
  /** `before`: what the person saw. */
  request: v.object({ endpointId: EndpointId, before: Kinds, kinds: Kinds }),
  response: v.object({ endpoint: EndpointView }),
  problems: ['hub.endpoint-not-found', 'hub.subscription-changed'],
})

/** The old secret stays good for a day beside the new one, or ends at once when it has leaked. */
export const rotateSecret = defineOperation({
  name: 'rotateSecret',
  summary: '给接收地址换一把密钥；新的只显示这一次',
  request: v.object({
    commandId: CommandIdSchema,
    endpointId: EndpointId,
    endPrevious: v.boolean(),
  }),
  response: v.object({ endpoint: EndpointView, secret: v.string() }),
  problems: ['hub.endpoint-not-found'],
})

/** One signed event of type `cn.lianxin.hub.test.v1`, sent at once and kept nowhere. */
export const testEndpoint = defineOperation({
  name: 'testEndpoint',
  summary: '送一条测试事件，看对方怎么回答',
  request: v.object({ endpointId: EndpointId }),
  response: v.object({ accepted: v.boolean(), answer: v.string(), milliseconds: v.number() }),
  problems: ['hub.endpoint-not-found', 'hub.nothing-to-send-to'],
})

export const DeliveryView = v.object({
  deliveryId: v.string(),
  endpointId: EndpointId,
  matterId: MatterIdSchema,
  type: v.string(),
  state: v.picklist(['waiting', 'delivered', 'abandoned']),
  startedAttempts: v.number(),
  finishedAttempts: v.number(),
  lastAnswer: v.nullable(v.string()),
  nextAttemptAt: v.nullable(Time),
  createdAt: Time,
})

export const listDeliveries = defineOperation({
  name: 'listDeliveries',
  summary: '投递记录，新的在前',
  request: v.object({
    endpointId: EndpointId,
    state: v.optional(v.picklist(['waiting', 'delivered', 'abandoned'])),
    ...Page,
  }),
  response: v.object({ items: v.array(DeliveryView), next: Next }),
  problems: ['hub.endpoint-not-found'],
})

export const listAttempts = defineOperation({
  name: 'listAttempts',
  summary: '一次投递的每次尝试和对方的回答，新的在前，最多 50 次',
  request: v.object({ endpointId: EndpointId, deliveryId: v.pipe(v.string(), v.uuid()) }),
  response: v.object({
    items: v.array(v.object({ finishedAt: Time, accepted: v.boolean(), answer: v.string() })),
  }),
  problems: ['hub.endpoint-not-found'],
})

/** Replays the abandoned: one by id, or all of an endpoint. Order per matter is kept. */
export const replayDeliveries = defineOperation({
  name: 'replayDeliveries',
  summary: '重新投递已放弃的',
  request: v.object({
    endpointId: EndpointId,
    deliveryId: v.optional(v.pipe(v.string(), v.maxLength(60))),
  }),
  response: v.object({ replayed: v.number() }),
  problems: ['hub.endpoint-not-found', 'hub.delivery-not-found'],
})
