/** A page as a test sees and touches it, across all of its components. */
import { framework, type Instance, type Root, type WxNode } from './framework'
import type { Fields } from './types'

export type PageView = {
  url: string
  route: string
  root: Root
  instance: Instance
  /** `#id`, `.class`, `tag`, `[name=value]` (aria-label too), or `*`, or `=words` for exactly these words. */
  find(selector: string): WxNode | undefined
  findAll(selector: string): WxNode[]
  attributes(target: Target): Fields
  text(target?: Target): string
  html(): string
  nodeCount(): number
  fire(target: Target, type: string, detail?: unknown): Promise<void>
  /** A disabled button, or anything inside one, does not react. */
  tap(target: Target): Promise<void>
  /** Types into an Input or Textarea. */
  input(target: Target, value: string): Promise<void>
  /** Calls a page function such as onPullDownRefresh or onReachBottom. */
  call(name: string, ...values: unknown[]): Promise<unknown>
}

export type Target = string | WxNode

const notBubbling = new Set(
  'input change submit reset load error blur focus scroll confirm getphonenumber'.split(' '),
)

export function createPageView(
  root: Root,
  place: { url: string; route: string },
  settle: () => Promise<void>,
): PageView {
  const all = () => [...descendants(root._exparserNode)]
  const findAll = (selector: string) => choose(all(), selector)
  const need = (target: Target) => {
    const node = typeof target === 'string' ? findAll(target)[0] : target
    if (!node) throw new Error(`${place.route} shows no ${String(target)}: ${textOf(root.dom)}`)
    return node
  }
  const fire = async (target: Target, type: string, detail: unknown = {}) => {
    dispatch(need(target), type, detail)
    await settle()
  }
  return {
    ...place,
    root,
    instance: root.instance,
    find: (selector) => findAll(selector)[0],
    findAll,
    attributes: (target) => attributesOf(need(target)),
    text: (target) => textOf(target === undefined ? root.dom : need(target).$$),
    html: () => htmlOf(root, all()),
    nodeCount: () => all().filter((node) => node._vt && node.$$).length,
    fire,
    async tap(target) {
      if (!isDisabled(need(target))) await fire(target, 'tap', { x: 0, y: 0 })
    },
    input: (target, value) => fire(target, 'input', { value, cursor: value.length }),
    async call(name, ...values) {
      const result = (root.instance[name] as (...all: unknown[]) => unknown)(...values)
      await settle()
      return result
    },
  }
}

/** Through components and into their shadow trees, unlike the framework's own querySelector. */
function* descendants(node: WxNode): Generator<WxNode> {
  const { Component, Element } = framework.exparser
  if (node instanceof Component && node.shadowRoot instanceof Element) {
    yield* childrenOf(node.shadowRoot)
  }
  yield* childrenOf(node)
}

function* childrenOf(node: WxNode): Generator<WxNode> {
  for (const child of node.childNodes ?? []) {
    if (!(child instanceof framework.exparser.Element)) continue
    yield child
    yield* descendants(child)
  }
}

function choose(nodes: WxNode[], selector: string): WxNode[] {
  if (selector.startsWith('=')) return innermostWith(nodes, selector.slice(1))
  return nodes.filter((node) => node._vt && matches(node, selector))
}

function matches(node: WxNode, selector: string): boolean {
  const attributes = attributesOf(node)
  const name = selector.slice(1)
  if (selector === '*') return true
  if (selector.startsWith('#')) return attributes.id === name
  if (selector.startsWith('.'))
    return String(attributes.class ?? '')
      .split(/\s+/)
      .includes(name)
  const [, key, value] = /^\[([^=\]]+)=?["']?(.*?)["']?\]$/.exec(selector) ?? []
  if (key) return value ? String(attributes[key]) === value : attributes[key] !== undefined
  const tag = node._vt?.tagName
  return tag === selector || tag === `wx-${selector}`
}

function innermostWith(nodes: WxNode[], words: string): WxNode[] {
  const found = nodes.filter((node) => node._vt && node.$$ && textOf(node.$$).trim() === words)
  return found.filter((node) => !found.some((other) => other !== node && isInside(other, node)))
}

function isInside(node: WxNode, outer: WxNode) {
  return Boolean(node.$$ && outer.$$?.contains(node.$$) && node.$$ !== outer.$$)
}

/** By the names that WXML writes: the compiled templates say ariaLabel for aria-label. */
export function attributesOf(node: WxNode): Fields {
  const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return Object.fromEntries((node._vt?.attrs ?? []).map(({ name, value }) => [dashed(name), value]))
}

function isDisabled(node: WxNode): boolean {
  const { disabled } = attributesOf(node)
  if (disabled === true || disabled === 'true') return true
  return node.parentNode ? isDisabled(node.parentNode) : false
}

function dispatch(node: WxNode, type: string, detail: unknown) {
  const { Event } = framework.exparser
  const event = Event.create(type, detail, {
    bubbles: !notBubbling.has(type),
    capturePhase: true,
    composed: true,
    extraFields: { touches: [], changedTouches: [] },
  })
  Event.dispatchEvent(node, event)
}

function textOf(element: Element | null): string {
  return element?.textContent ?? ''
}

/** The framework keeps most attributes to itself; a reader of the HTML wants to see them. */
const shown = /^(aria-|src$|placeholder$|value$|type$|disabled$|checked$|mode$|plain$|size$)/

export function showAttributes(nodes: Iterable<WxNode>) {
  for (const node of nodes) {
    for (const [name, value] of Object.entries(attributesOf(node))) {
      if (!shown.test(name) || !node.$$) continue
      if (value === undefined || value === '' || value === false) node.$$.removeAttribute(name)
      else node.$$.setAttribute(name, String(value))
    }
  }
}

function htmlOf(root: Root, nodes: WxNode[]) {
  showAttributes(nodes)
  return root.dom.outerHTML
}
