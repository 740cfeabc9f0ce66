/**
 * Makes the demo county's files in `src/cloud/demo/data` from the tables in `source`, the same ones
 * on every run: `npx tsx config/demo/makeDemoCounty.ts [text]`. Given the path of a text about real
 * people, it refuses to give any of the demo's people a name that the text contains.
 */
import { readFileSync } from 'node:fs'
import { requireNoneOccurs } from './inventNames'
import { layGrids } from './layGrids'
import { makeKinds } from './makeKinds'
import { makeDepartments, makePosts } from './makePosts'
import { outlineRing, readAreas, readKinds, readOutline } from './readSource'
import { seededRandom } from './seededRandom'
import { writeBoundary, writeGrids, writeTable } from './writeData'

const gridSeed = 441882
const peopleSeed = 1165

function makeDemoCounty(realText: string): void {
  const areas = readAreas()
  const outline = readOutline()
  const { grids, figures } = layGrids(outlineRing(outline), areas, seededRandom(gridSeed))
  const posts = makePosts(areas, grids, seededRandom(peopleSeed))
  requireNoneOccurs(
    posts.map(({ name }) => name),
    realText,
  )
  writeTable('areas.csv', areas)
  writeGrids('grids.geojson', grids)
  writeBoundary('boundary.geojson', outline)
  writeTable('people.csv', posts)
  writeTable('departments.csv', makeDepartments(areas))
  writeTable('kinds.csv', makeKinds(readKinds()))
  const summary = { grids: grids.length, posts: posts.length, ...figures }
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
}

const [realTextPath] = process.argv.slice(2)
makeDemoCounty(realTextPath === undefined ? '' : readFileSync(realTextPath, 'utf8'))
