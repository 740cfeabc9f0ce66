import { tokens } from './tokens'

/** The tokens as custom properties for the style sheets: `--colour-u1`, `--space-m`, `--type-title` … */
export function cssVariables(): Record<string, string> {
  return {
    ...prefixed('--colour-', tokens.colour, String),
    ...prefixed('--space-', tokens.space, pixels),
    '--type-base': pixels(tokens.type.base),
    '--type-section': pixels(tokens.type.section),
    '--type-title': pixels(tokens.type.title),
    '--type-number': pixels(tokens.type.number),
    '--line-height': String(tokens.type.lineHeight),
    '--corner': pixels(tokens.corner),
    '--target': pixels(tokens.target),
    '--motion': `${tokens.motionMs}ms`,
  }
}

export function applyCssVariables(element: HTMLElement): void {
  for (const [name, value] of Object.entries(cssVariables())) element.style.setProperty(name, value)
}

function prefixed<Value>(
  prefix: string,
  values: Readonly<Record<string, Value>>,
  write: (value: Value) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${kebab(name)}`, write(value)]),
  )
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function pixels(size: number): string {
  return `${size}px`
}
