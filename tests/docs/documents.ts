import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(__dirname, '../..')

export function readDocument(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** Paths from the root, of everything below the folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

/** Written by hand: what is printed from the code has tests of its own. */
export function handwritten(): string[] {
  const documents = filesBelow('docs').filter((file) => file.endsWith('.md'))
  return ['README.md', ...documents.filter((file) => !file.startsWith('docs/flows/'))]
}

/** The cells of every row of every table, without headings' rules. */
export function tableRows(document: string): string[][] {
  return document
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
