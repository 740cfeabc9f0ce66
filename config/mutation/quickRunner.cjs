const { readdirSync } = require('node:fs')
const path = require('node:path')
const loadTests = require('./loadTests.cjs')

/**
 * Runs the tests of the rules once for every change that Stryker makes to them. Jest would load its world anew each
 * time, which is hours for the thousands of words in the flow tables; here a change costs what its tests cost.
 */
class QuickRunner {
  init() {
    const root = process.cwd()
    this.files = testFiles(root)
    this.loadAfresh = loadTests(root, this.files)
    this.counters = globalThis.__stryker__ ??= {}
    this.killers = new Map()
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async dryRun() {
    this.counters.mutantCoverage = { static: {}, perTest: {} }
    this.loaded = this.files.flatMap(this.loadAfresh())
    const tests = []
    for (const test of this.loaded) tests.push(await this.timed(test))
    const { mutantCoverage } = this.counters
    this.counters.mutantCoverage = undefined
    return { status: 'complete', tests, mutantCoverage }
  }

  async timed({ id, name, fileName, run }) {
    const began = Date.now()
    this.counters.currentTestId = id
    const failureMessage = await failureOf(run)
    this.counters.currentTestId = undefined
    const told = { id, name, fileName, timeSpentMs: Date.now() - began }
    return failureMessage === undefined
      ? { ...told, status: 0 }
      : { ...told, status: 1, failureMessage }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    Object.assign(this.counters, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 })
    this.counters.activeMutant = activeMutant.id
    const changed = activeMutant.fileName
    const answer =
      mutantActivation === 'static'
        ? await this.askAfresh(changed)
        : await this.ask(this.chosen(testFilter, changed))
    this.counters.activeMutant = undefined
    if (answer.killedBy) this.killers.set(changed, answer.killedBy[0])
    return answer
  }

  /** What is read at the start is changed before anything is loaded, and file by file until one notices. */
  async askAfresh(changed) {
    const open = this.loadAfresh()
    let nrOfTests = 0
    for (const file of this.files.filter((one) => isAskedOf(one, changed))) {
      const [tests, failure] = opened(open, file)
      if (failure) return this.killed(file, failure, nrOfTests + 1)
      const answer = await this.ask(tests)
      nrOfTests += answer.nrOfTests
      if (answer.status !== 'survived') return { ...answer, nrOfTests }
    }
    return { status: 'survived', nrOfTests }
  }

  /** Whichever test noticed the last change to this file is asked first. */
  chosen(testFilter, changed) {
    const wanted = testFilter && new Set(testFilter)
    const tests = this.loaded.filter(
      ({ id, fileName }) => (!wanted || wanted.has(id)) && isAskedOf(fileName, changed),
    )
    const killer = this.killers.get(changed)
    return [...tests.filter(({ id }) => id === killer), ...tests.filter(({ id }) => id !== killer)]
  }

  async ask(tests) {
    let nrOfTests = 0
    for (const { id, run } of tests) {
      nrOfTests++
      const failure = await failureOf(run)
      if (failure !== undefined) return this.killed(id, failure, nrOfTests)
    }
    return { status: 'survived', nrOfTests }
  }

  killed(test, failureMessage, nrOfTests) {
    const { hitCount, hitLimit } = this.counters
    if (hitLimit !== undefined && hitCount > hitLimit)
      return { status: 'timeout', reason: `Hit limit reached (${hitCount}/${hitLimit})`, nrOfTests }
    return { status: 'killed', killedBy: [test], failureMessage, nrOfTests }
  }
}

/**
 * The printed pages first, since they hold every word of the tables. Random walks are left out: they take longest, and
 * what only they would notice by chance is no example that a person can read.
 */
function testFiles(root) {
  const domain = readdirSync(path.join(root, 'tests/domain'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('.property.'))
    .map((name) => `tests/domain/${name}`)
  return ['tests/docs/flows.test.ts', ...domain.sort()]
}

/** Tests of the county's settings check all tables at every question; they are asked only of changes to the settings. */
function isAskedOf(testFile, changedFile) {
  return !testFile.includes('/settings/') || changedFile.includes('/settings/')
}

function opened(open, file) {
  try {
    return [open(file), undefined]
  } catch (error) {
    return [[], String(error)]
  }
}

async function failureOf(run) {
  try {
    await run()
    return undefined
  } catch (error) {
    return String(error?.message ?? error).slice(0, 400) || 'It failed'
  }
}

const createQuickRunner = () => new QuickRunner()

exports.strykerPlugins = [{ kind: 'TestRunner', name: 'quick', factory: createQuickRunner }]
