import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, MatterIdSchema, Next, Page, text, Time } from '../shapes'

const EndpointId = v.pipe(v.string(), v.uuid())

export const EndpointView = v.object({
  endpointId: EndpointId,
  name: v.string(),
  /** The township (or county) whose matters it receives. */
  areaCode: AreaCode,
  /** null: a hub without an inbound path, which pulls. */
  url: v.nullable(v.string()),
  createdAt: Time,
  disabled: v.boolean(),
  waiting: v.number(),
  abandoned: v.number(),
  lastDeliveredAt: v.nullable(Time),
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
