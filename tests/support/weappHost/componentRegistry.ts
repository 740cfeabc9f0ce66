/** Registers the pages and components of a build with exparser, each once, on first use. */
import { foldProperties } from './foldProperties'
import { framework, type Definition, type Instance } from './framework'
import { resolvePath, type Require } from './logicLayer'
import type { Fields, WeappPackage } from './types'

const builtIn = `ad audio button camera canvas checkbox checkbox-group cover-image cover-view editor
form functional-page-navigator icon image input keyboard-accessory label live-player live-pusher map
match-media movable-area movable-view navigation-bar navigator official-account open-data
page-container page-meta picker picker-view picker-view-column progress radio radio-group rich-text
root-portal scroll-view share-element slider sticky-header sticky-section swiper swiper-item switch
text textarea video view web-view`.split(/\s+/)

export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  usingComponents?: Record<string, string>
  tabBar?: { list: { pagePath: string }[] }
}

type Parts = {
  weapp: WeappPackage
  appJson: AppJson
  /** Filled once the globals below stand in the logic layer's scope. */
  load: Require
  noteMissingTemplate: (name: string) => void
  noteSetData: (data: Fields) => void
}

/** `Page` and `Component` as the build calls them; the last definition waits here to be fetched. */
export function createDefiners() {
  let last: Definition | undefined
  return {
    Component: (definition: Definition) => void (last = { ...definition }),
    Page: (config: Definition) => void (last = pageAsComponent(config)),
    Behavior: (definition: Fields) => framework.components.behavior(definition),
    take(): Definition | undefined {
      const taken = last
      last = undefined
      return taken
    },
  }
}

function pageAsComponent({ data, behaviors, ...rest }: Definition): Definition {
  const methods = Object.entries(rest).filter(([, value]) => typeof value === 'function')
  return { ...(data ? { data } : {}), behaviors, methods: Object.fromEntries(methods) }
}

export function createRegistry(parts: Parts, take: () => Definition | undefined) {
  for (const name of builtIn) {
    framework.components.register({ id: name, tagName: `wx-${name}`, template: '<slot/>' })
  }
  const templateOf = compiledTemplates(parts)
  const ids = new Map<string, string>()
  const prefix = Math.random().toString(36).slice(2)
  return function register(path: string, tagName: string): string {
    const known = ids.get(path)
    if (known) return known
    const id = `${prefix}-${ids.size}`
    ids.set(path, id)
    const usingComponents = usedBy(parts, path, register)
    parts.load(path)
    const definition = take()
    if (!definition) throw new Error(`${path}.js called neither Page() nor Component()`)
    repairSetData(definition, parts.noteSetData)
    const options = { ...definition.options, classPrefix: '' }
    const template = templateOf(`${path}.wxml`)
    const place = { id, path: `/${path}`, tagName, template, usingComponents, options }
    framework.components.register({ ...definition, ...place })
    return id
  }
}

function usedBy(
  { weapp, appJson }: Parts,
  path: string,
  register: (p: string, t: string) => string,
) {
  const own = JSON.parse(weapp.read(`${path}.json`)) as Pick<AppJson, 'usingComponents'>
  const all = { ...appJson.usingComponents, ...own.usingComponents }
  const registered = Object.entries(all).map(([tag, target]) => [
    tag,
    register(resolvePath(path, target), tag),
  ])
  return Object.fromEntries(registered) as Record<string, string>
}

/** A `<template is>` without a match is only a warning, but on a phone that subtree is missing. */
function compiledTemplates({ weapp, noteMissingTemplate }: Parts) {
  const warn = (message: unknown, ...rest: unknown[]) => {
    const missing = /WXMLRT_\$gwx:.*Template `(.+?)` not found/.exec(String(message))?.[1]
    if (missing) noteMissingTemplate(missing)
    else console.warn(message, ...rest)
  }
  const view = { __webview_engine_version__: 0.02 }
  const quiet = { log: console.log, error: console.error, warn }
  const make = new Function('window', 'console', '__webview_engine_version__', weapp.templates)
  return make(view, quiet, view.__webview_engine_version__) as (path: string) => unknown
}

function repairSetData(definition: Definition, noteSetData: (data: Fields) => void) {
  const properties = Object.keys(definition.properties ?? {})
  if (!properties.length) return
  const home: Fields = definition.lifetimes?.attached ? definition.lifetimes : definition
  const attached = home.attached as ((this: Instance) => void) | undefined
  home.attached = function (this: Instance) {
    const original = this.setData
    this.setData = (data, callback) => {
      noteSetData(data)
      original.call(this, foldProperties(this.data, data, properties), callback)
    }
    attached?.call(this)
  }
}
