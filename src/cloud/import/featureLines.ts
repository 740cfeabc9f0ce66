/**
 * The line on which each element of the outermost "features" array begins. `JSON.parse` forgets lines, and a person
 * who mends a map needs them. The text is valid JSON already.
 */
export function featureLines(text: string): number[] {
  const lines: number[] = []
  const open: string[] = []
  let line = 1
  let key = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\n') line += 1
    else if (character === '"') {
      const end = endOfString(text, at)
      if (open.length === 1) key = lastKey(text, { at, end }, key)
      at = end
    } else if (character === '{' || character === '[') {
      if (character === '{' && open.join('') === '{[' && key === 'features') lines.push(line)
      open.push(character)
    } else if (character === '}' || character === ']') open.pop()
  }
  return lines
}

/** A string cannot hold a raw line break, so lines need not be counted inside. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

/** A string directly followed by a colon is a key; any other is a value and leaves the key as it was. */
function lastKey(text: string, { at, end }: { at: number; end: number }, before: string): string {
  const next = text.slice(end + 1, end + 40).trimStart()[0]
  return next === ':' ? text.slice(at + 1, end) : before
}
