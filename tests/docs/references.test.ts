import { existsSync } from 'node:fs'
import path from 'node:path'
import { handwritten, readDocument, root } from './documents'

const named = /`((?:src|config|tests|types|docs|\.ci)\/[\w./-]*\w)\/?`/g
const linked = /\]\((?!https?:)([^)#]+)/g

test.each(handwritten())('%s names only files that are there', (document) => {
  const text = readDocument(document)
  const files = [...text.matchAll(named)].map(([, file = '']) => path.join(root, file))
  const links = [...text.matchAll(linked)]
    .map(([, file = '']) => path.resolve(root, path.dirname(document), file))
    .filter((file) => !file.endsWith('.png'))
  expect([...files, ...links].filter((file) => !existsSync(file))).toEqual([])
})
