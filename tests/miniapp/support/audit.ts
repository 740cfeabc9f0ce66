import type { createWeappHost } from '../../support/weappHost'

type Page = ReturnType<typeof createWeappHost>['page']

export type Rule = { rule: string; where: string; measured: number; max: number }

/** Only what WeChat counts: elements of WXML, not the hidden roots that hold the parts of a component. */
export function measurePage(page: Page) {
  const elements = page.findAll('*').flatMap((node) => (node.$$ ? [node.$$] : []))
  const known = new Set<Element>(elements)
  const parentOf = (element: Element): Element | undefined => {
    let parent = element.parentElement
    while (parent && !known.has(parent)) parent = parent.parentElement
    return parent ?? undefined
  }
  const depths = new Map<Element, number>()
  const children = new Map<Element, number>()
  for (const element of elements) {
    const parent = parentOf(element)
    depths.set(element, parent ? (depths.get(parent) ?? 0) + 1 : 1)
    if (parent) children.set(parent, (children.get(parent) ?? 0) + 1)
  }
  return {
    nodes: elements.length,
    depth: Math.max(0, ...depths.values()),
    children: Math.max(0, ...children.values()),
  }
}

/** The highest of each rule, as somebody would read it who decides whether the app may be published. */
export function auditTable(rules: readonly Rule[]): string {
  const worst = new Map<string, Rule>()
  for (const one of rules) {
    const known = worst.get(one.rule)
    if (!known || one.measured > known.measured) worst.set(one.rule, one)
  }
  const lines = [...worst.values()].map(
    ({ rule, where, measured, max }) =>
      `${measured > max ? '✗' : '✓'} ${rule.padEnd(30)} ${String(measured).padStart(8)} of ${String(max).padStart(8)}  ${where}`,
  )
  return `\n${lines.join('\n')}\n`
}
