/**
 * The logic layer of a mini-program has the language but no browser and no Node. Every free name of
 * the build is looked up in a scope: language names pass, window, document, fetch, TextEncoder and
 * the like are undefined, so code that leans on them fails here as it would on a phone.
 */
import type { Fields, Run, WeappPackage } from './types'

const languageNames = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol
  Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError
  URIError JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array
  Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map
  BigInt Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape unescape eval isFinite isNaN console`.split(/\s+/),
)

const world = globalThis as unknown as Fields

export type Require = (path: string) => unknown

export function createLogicLayer(weapp: WeappPackage, run: Run, globals: Fields): Require {
  // A test may bring its own timers, and with them its own time.
  const scope = createScope({ ...timersOf(run), ...globals })
  const modules = new Map<string, { exports: unknown }>()
  return function load(path) {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const made = { exports: {} as unknown }
    modules.set(file, made)
    const from = (other: string) => load(resolvePath(file, other))
    compiled(weapp, file)(scope)(from, made, made.exports)
    return made.exports
  }
}

function createScope(names: Fields) {
  const own: Fields = Object.assign(Object.create(null) as Fields, names)
  const scope: object = new Proxy(own, {
    has: (_, name) => name !== '$code',
    get(target, name) {
      if (typeof name !== 'string') return undefined
      if (name in target) return target[name]
      return languageNames.has(name) ? world[name] : undefined
    },
  })
  own.globalThis = own.global = scope
  return scope
}

/** Looked up at every call, so that a test's fake timers reach the mini-program. */
function timersOf(run: Run): Fields {
  const start = (name: 'setTimeout' | 'setInterval') => (work: () => void, ms?: number) =>
    globalThis[name](() => run.alive && work(), ms)
  return {
    setTimeout: start('setTimeout'),
    setInterval: start('setInterval'),
    clearTimeout: (id: number) => globalThis.clearTimeout(id),
    clearInterval: (id: number) => globalThis.clearInterval(id),
  }
}

type ModuleFunction = (require: Require, module: object, exports: unknown) => void

type Compiled = (scope: object) => ModuleFunction

/** Read and parsed once for all lives of one package. */
const compiledBefore = new WeakMap<WeappPackage, Map<string, Compiled>>()

function compiled(weapp: WeappPackage, file: string): Compiled {
  const files = compiledBefore.get(weapp) ?? new Map<string, Compiled>()
  compiledBefore.set(weapp, files)
  const known = files.get(file) ?? compile(weapp.read(file), file)
  files.set(file, known)
  return known
}

function compile(source: string, file: string): Compiled {
  const wrapped = `return function (require, module, exports) { ;${source}\n}`
  const text = `with ($scope) { ${wrapped} }\n//# sourceURL=weapp/${file}`
  return new Function('$scope', text) as Compiled
}

/** `other` as written in `file`, from the root of the package. */
export function resolvePath(file: string, other: string): string {
  if (other.startsWith('/')) return other.slice(1)
  const path: string[] = file.split('/').slice(0, -1)
  for (const part of other.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.' && part) path.push(part)
  }
  return path.join('/')
}
