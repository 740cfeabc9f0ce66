/** WeChat's component framework, as published inside miniprogram-simulate: untyped, so typed here. */
import exparser from 'miniprogram-exparser'
import components from 'j-component/src/index'
import diff from 'j-component/src/render/diff'
import render from 'j-component/src/render/render'
import type { Fields } from './types'

export type Attribute = { name: string; value: unknown }
export type Listener = { name: string; isCapture: boolean; id: unknown }

/** A node of the tree that a template function yields. */
export type TemplateNode = {
  type: number
  tagName: string
  componentId?: string
  key?: unknown
  content?: string
  attrs: Attribute[]
  event: Record<string, Listener>
  children: TemplateNode[]
  exparserNode: WxNode
}

/** A node of the living page. */
export type WxNode = {
  $$: Element | null
  _vt?: TemplateNode
  parentNode: WxNode | null
  childNodes: WxNode[]
  ownerShadowRoot?: WxNode
  shadowRoot?: WxNode
  appendChild(node: WxNode): void
  removeChild(node: WxNode | undefined): void
  replaceChild(node: WxNode, old: WxNode): void
}

export type Instance = Fields & {
  data: Fields
  setData: (data: Fields, callback?: () => void) => void
}

export type Root = {
  dom: Element
  instance: Instance
  _exparserNode: WxNode
  attach(parent: Element): void
  detach(): void
}

export type Definition = Fields & {
  properties?: Fields
  lifetimes?: Record<string, unknown>
  options?: Fields
  data?: Fields
}

type Exparser = {
  globalOptions: { documentBackend: string; hasDOMBackend: boolean }
  Component: new () => WxNode
  Element: new () => WxNode
  Event: {
    create(type: string, detail: unknown, options: Fields): unknown
    dispatchEvent(node: WxNode, event: unknown): void
  }
  addGlobalErrorListener(listener: (error: unknown) => void): unknown
  removeGlobalErrorListener(id: unknown): void
  removeListenerFromElement(node: WxNode, name: string, id: unknown, options: Fields): void
}

type Framework = {
  exparser: Exparser
  components: {
    register(definition: Fields): string
    create(id: string, properties: Fields): Root
    behavior(definition: Fields): string
  }
  diff: { diffVt(before: TemplateNode, after: TemplateNode): void }
  render: {
    renderExparserNode(vt: TemplateNode, host: null, shadowRoot: WxNode): WxNode
    updateAttrs(node: WxNode, attributes: Attribute[]): void
    updateEvent(node: WxNode, event: Record<string, Listener>): void
  }
}

export const framework = { exparser, components, diff, render } as unknown as Framework

/** exparser chooses its backend while it loads, and a plain Node process has no window then. */
export function renderIntoDocument() {
  Object.assign(framework.exparser.globalOptions, { documentBackend: 'dom', hasDOMBackend: true })
}
