import type { Fields } from './types'

/**
 * exparser ignores `setData('prop.a.[0].b', v)` on a property. Taro's CustomWrapper updates itself
 * in just that way, so such a path becomes an update of the whole property.
 */
export function foldProperties(data: Fields, patch: Fields, properties: string[]): Fields {
  const plain: Fields = {}
  const folded: Fields = {}
  for (const [key, value] of Object.entries(patch)) {
    const [first = '', ...path] = segmentsOf(key)
    if (!path.length || !properties.includes(first)) plain[key] = value
    else write((folded[first] ??= copyOf(data[first])) as Fields, path, value)
  }
  return { ...plain, ...folded }
}

function segmentsOf(key: string) {
  return key
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
}

function copyOf(value: unknown): Fields {
  return JSON.parse(JSON.stringify(value ?? {})) as Fields
}

function write(target: Fields, path: string[], value: unknown) {
  const last = path[path.length - 1] ?? ''
  let at = target
  path.slice(0, -1).forEach((name, i) => {
    at = (at[name] ??= /^\d+$/.test(path[i + 1] ?? '') ? [] : {}) as Fields
  })
  at[last] = value
}
