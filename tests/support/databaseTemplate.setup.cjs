const { execFileSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '../..')
const cache = path.join(root, 'node_modules/.cache/lianxin')
const DAY_MS = 24 * 60 * 60 * 1000

/** What the templates are made of. Anything else may change and they stay as they are. */
const ingredients = [
  'src/cloud/store/migrations',
  'src/cloud/store/migrate.ts',
  'src/cloud/store/importStore.ts',
  'src/cloud/store/openPglite.ts',
  'src/cloud/store/passwords.ts',
  'src/cloud/import',
  'src/cloud/demo',
  'tests/support/databaseTemplate.ts',
  'tests/support/testCounty.ts',
  'node_modules/@electric-sql/pglite/package.json',
]

/** Before the first test: the databases that test files copy. The embedded ones are kept from run to run. */
module.exports = function makeDatabaseTemplates() {
  if (process.env.DATABASE === 'postgres') makePostgresTemplates()
  else makePgliteTemplates()
}

function makePgliteTemplates() {
  const folder = path.join(cache, `template-${hashOf(ingredients)}`)
  process.env.LIANXIN_TEST_TEMPLATES = folder
  if (fs.existsSync(path.join(folder, 'county.tar'))) return
  removeOldTemplates()
  fs.mkdirSync(folder, { recursive: true })
  run('pglite', folder)
}

/** One server may serve several runs, so the name carries the run's process. */
function makePostgresTemplates() {
  const name = `lianxin_test_${process.pid}`
  process.env.LIANXIN_TEST_TEMPLATES = name
  run('postgres', name)
}

function run(...args) {
  const program = path.join(__dirname, 'databaseTemplate.ts')
  const command = ['--import', 'tsx', program, ...args]
  execFileSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
}

/** Another run may still be reading one; a day later it is not. */
function removeOldTemplates() {
  if (!fs.existsSync(cache)) return
  for (const name of fs.readdirSync(cache)) {
    const folder = path.join(cache, name)
    const old = Date.now() - fs.statSync(folder).mtimeMs > DAY_MS
    if (name.startsWith('template-') && old) fs.rmSync(folder, { recursive: true, force: true })
  }
}

function hashOf(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesIn))
    hash.update(file).update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

function filesIn(place) {
  const full = path.join(root, place)
  if (!fs.statSync(full).isDirectory()) return [place]
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}
