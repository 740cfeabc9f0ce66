const { createRequire } = require('node:module')
const path = require('node:path')
const { format } = require('node:util')
const { Script } = require('node:vm')
const { buildSync } = require('esbuild')

/** Jest's own, as the tests know it. */
const { expect } = createRequire(require.resolve('jest'))('expect')

/**
 * All files of tests as one script, compiled once; `open(file)` evaluates a file and whatever it imports, as it stands
 * under the change of that moment, and answers its tests.
 */
module.exports = function loadTests(root, files) {
  const script = new Script(
    `(function (require, openers, __dirname, module) {${bundle(root, files)}\n})`,
  )
  const requireInside = createRequire(path.join(root, 'package.json'))
  return function loadAfresh() {
    let tests = []
    const hooks = collect((one) => tests.push(one))
    const run = script.runInThisContext()
    Object.assign(globalThis, hooks, { expect })
    const openers = {}
    run(requireInside, openers, path.join(root, 'config'), {})
    return function open(file) {
      tests = []
      openers[file]()
      return tests.map((one) => ({ ...one, fileName: file, id: `${file} ${one.name}` }))
    }
  }
}

function bundle(root, files) {
  const openers = files.map((file) => `openers['${file}'] = () => require('./${file}')`)
  const { outputFiles } = buildSync({
    stdin: { contents: openers.join('\n'), resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  })
  return outputFiles[0].text
}

/** `describe` and `test` as Jest has them, as far as the tests of the rules use them. */
function collect(add) {
  let subjects = []
  const test = (title, run) => add({ name: [...subjects, title].join(' '), run })
  const describe = (subject, body) => {
    subjects = [...subjects, subject]
    body()
    subjects = subjects.slice(0, -1)
  }
  test.each = forEach(test)
  describe.each = forEach(describe)
  return { test, describe }
}

function forEach(define) {
  return (table) => (title, run) => {
    for (const row of table) {
      const cells = Array.isArray(row) ? row : [row]
      const places = (title.match(/%[sdijo]/g) ?? []).length
      define(format(title, ...cells.slice(0, places)), () => run(...cells))
    }
  }
}
