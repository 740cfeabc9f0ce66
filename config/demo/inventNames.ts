import { pickOne } from './seededRandom'

/** The characters are chosen so that they do not join into the names of well-known people. */
const surnames = [...'黄陈李邓何吴罗曾唐欧房盘梁刘谢张林莫冯胡邱成石廖骆潘赖雷温蓝彭叶钟沈曹郭易']
const first = [...'建国志文永家明海秀玉丽美桂晓伟金雪月瑞兴广庆俊婉思子']
const second = [...'芳兰珍菊燕勇良才福根光娟敏静泉松妹娇坤旺昌添凤香秋茂棠']
const shortNameShare = 0.15

/** An endless run of names, all different, so that two people in a list are never mistaken. */
export function inventNames(random: () => number): () => string {
  const used = new Set<string>()
  return function nextName(): string {
    const middle = random() < shortNameShare ? '' : pickOne(first, random)
    const name = pickOne(surnames, random) + middle + pickOne(second, random)
    if (used.has(name)) return nextName()
    used.add(name)
    return name
  }
}

/** Nobody in the demo may bear the name of a person in the text, who is real. */
export function requireNoneOccurs(names: string[], text: string): void {
  const found = names.filter((name) => text.includes(name))
  if (found.length > 0) throw new Error(`the text has these names: ${found.join(', ')}`)
}
