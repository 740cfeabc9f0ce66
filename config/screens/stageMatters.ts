import type { Scene } from './drawPhoto'

/** How far along each staged matter is brought, and by whose hands. */
export type Step =
  | { readonly by: 'hub'; readonly action: string; readonly input?: Record<string, string> }
  | { readonly by: 'hub'; readonly action: 'dispatch'; readonly to: 'worker' | 'village' }
  | { readonly by: 'worker'; readonly action: 'claim' }
  | {
      readonly by: 'worker'
      readonly action: 'handle'
      readonly result: string
      readonly scene: Scene
    }

export type StagedMatter = {
  readonly by: 'officer' | 'resident' | 'gridWorker'
  readonly kind: string
  readonly text: string
  readonly longitude: number
  readonly latitude: number
  /** What the photos show; one each. */
  readonly scenes: readonly Scene[]
  /** Photos that are named and have not come yet. */
  readonly photosToCome?: number
  readonly steps: readonly Step[]
}

const accept: Step = { by: 'hub', action: 'accept' }
const toWorker: Step = { by: 'hub', action: 'dispatch', to: 'worker' }
const toVillage: Step = { by: 'hub', action: 'dispatch', to: 'village' }
const claim: Step = { by: 'worker', action: 'claim' }
const inspect: Step = { by: 'hub', action: 'inspectResult' }
const cleared: Step = {
  by: 'worker',
  action: 'handle',
  result: '叫了环卫车，已经清走',
  scene: 'cleared',
}
const closed: Step = { by: 'hub', action: 'close', input: { result: '您反映的事已经办好，谢谢您' } }

/** An ordinary morning in 西江镇, told oldest first. All of it is invented. */
export const stagedMatters: readonly StagedMatter[] = [
  {
    by: 'officer',
    kind: '0501',
    text: '村口垃圾堆了好几天，苍蝇很多，请派人来清。',
    longitude: 112.4189,
    latitude: 24.7272,
    scenes: ['litter'],
    steps: [accept, toWorker, claim, cleared, inspect, closed],
  },
  {
    by: 'officer',
    kind: '0606',
    text: '水沟堵了，下雨水漫到路上',
    longitude: 112.4146,
    latitude: 24.7101,
    scenes: ['ditch'],
    steps: [accept, toWorker, claim, { ...cleared, result: '水沟已挖通' }, inspect],
  },
  {
    by: 'officer',
    kind: '0607',
    text: '文化广场的健身器材松了，小孩在上面玩，怕摔着',
    longitude: 112.4196,
    latitude: 24.7261,
    scenes: [],
    steps: [
      accept,
      toWorker,
      claim,
      { by: 'worker', action: 'handle', result: '螺丝都拧紧了，坏的一台已拆走', scene: 'cleared' },
    ],
  },
  {
    by: 'gridWorker',
    kind: '0502',
    text: '溪边排污管破了，水发黑有味道',
    longitude: 112.4092,
    latitude: 24.6509,
    scenes: ['ditch'],
    steps: [accept, toVillage],
  },
  {
    by: 'resident',
    kind: '0101',
    text: '隔壁建房占了我家半条巷子，说了几次不听，想请村里来看一看、评一评。',
    longitude: 112.4186,
    latitude: 24.7275,
    scenes: ['pothole'],
    steps: [accept, toWorker, claim],
  },
  {
    by: 'officer',
    kind: '0404',
    text: '弯道的反光镜倒了，早上摩托车很多，看不见对面来车，已经有两个人差一点撞上，请尽快扶起来或者换一面新的；倒下来的镜子还在路边的草里',
    longitude: 112.4024,
    latitude: 24.6939,
    scenes: ['pothole', 'litter', 'cleared'],
    steps: [accept, toVillage],
  },
  {
    by: 'officer',
    kind: '0603',
    text: '小学门口第二盏路灯不亮',
    longitude: 112.4048,
    latitude: 24.7229,
    scenes: ['lamp'],
    steps: [{ by: 'hub', action: 'sendBack', input: { reason: '地点不清楚，请说明在哪里' } }],
  },
  {
    by: 'officer',
    kind: '0204',
    text: '',
    longitude: 112.4319,
    latitude: 24.7097,
    scenes: [],
    steps: [{ by: 'hub', action: 'decline', input: { reason: '已有同样的事在办' } }],
  },
  {
    by: 'officer',
    kind: '0601',
    text: '桥头路面塌了一块，摩托车容易摔',
    longitude: 112.4196,
    latitude: 24.6987,
    scenes: ['pothole'],
    steps: [accept],
  },
  {
    by: 'resident',
    kind: '0901',
    text: '有人加我微信，说是镇里领导，要我先转两万块',
    longitude: 112.4195,
    latitude: 24.7264,
    scenes: [],
    steps: [],
  },
  {
    by: 'officer',
    kind: '0405',
    text: '水塘没有围栏，放学的孩子在玩水',
    longitude: 112.3962,
    latitude: 24.7114,
    scenes: ['ditch'],
    photosToCome: 1,
    steps: [],
  },
  {
    by: 'officer',
    kind: '0701',
    text: '有位大娘说不清自己是谁，坐在榕树下，我陪着她',
    longitude: 112.4191,
    latitude: 24.727,
    scenes: [],
    steps: [],
  },
  {
    by: 'officer',
    kind: '0501',
    text: '市场后面的垃圾桶满了',
    longitude: 112.4189,
    latitude: 24.7269,
    scenes: ['litter', 'litter'],
    steps: [],
  },
]
