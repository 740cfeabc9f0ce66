import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a county hands over; each file may be absent, and what it would have said stays as it is. */
export const countyFileNames = {
  areas: 'areas.csv',
  grids: 'grids.geojson',
  departments: 'departments.csv',
  people: 'people.csv',
  kinds: 'kinds.csv',
} as const

export type CountyFile = keyof typeof countyFileNames

/** The bytes as they came; whether they are text is for the import to find out. */
export type CountyFiles = { readonly [File in CountyFile]?: Uint8Array }

export async function readCountyFolder(folder: string): Promise<CountyFiles> {
  const files: { [File in CountyFile]?: Uint8Array } = {}
  for (const file of Object.keys(countyFileNames) as CountyFile[]) {
    const bytes = await readIfThere(join(folder, countyFileNames[file]))
    if (bytes) files[file] = bytes
  }
  return files
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
