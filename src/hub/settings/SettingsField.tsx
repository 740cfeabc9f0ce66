import { createContext, useContext, useId, type ReactNode } from 'react'
import type { SettingsProblemView } from '@contract/countySettings'

/** What the server found wrong, for every field to find its own. */
export const ProblemsContext = createContext<readonly SettingsProblemView[]>([])

type Props = {
  readonly title: string
  /** Where it stands in the settings: `kinds.0301.owner`. */
  readonly path: string
  /** What the product says, where the county says something else. */
  readonly product?: string | undefined
  readonly onReset?: (() => void) | undefined
  readonly children: (id: string, describedBy: string | undefined) => ReactNode
}

/** One thing to set: its name, the field, what the product says, and what is wrong with it. */
export function SettingsField({ title, path, product, onReset, children }: Props) {
  const id = useId()
  const wrong = useProblems(path)
  const describedBy = wrong.length > 0 ? `${id}-wrong` : undefined
  return (
    <div className="set-field" data-testid="set-field" data-path={path}>
      <label htmlFor={id}>{title}</label>
      <div className="set-value">
        {children(id, describedBy)}
        {product !== undefined && onReset && (
          <span className="quiet set-product">
            原来是{product}{' '}
            <button type="button" className="set-reset" onClick={onReset}>
              恢复
            </button>
          </span>
        )}
      </div>
      {wrong.length > 0 && (
        <p className="set-wrong" id={`${id}-wrong`} role="alert">
          {wrong.map(({ words }) => words).join('；')}
        </p>
      )}
    </div>
  )
}

/** Of this place and of what stands below it. */
export function useProblems(path: string): SettingsProblemView[] {
  return useContext(ProblemsContext).filter(
    (problem) => problem.path === path || problem.path.startsWith(`${path}.`),
  )
}

/** Problems of a place itself, where those below it are shown by fields of their own. */
export function ProblemsHere({ path }: { path: string }) {
  const here = useContext(ProblemsContext).filter((problem) => problem.path === path)
  if (here.length === 0) return null
  return (
    <p className="set-wrong" role="alert" data-testid="problems-here">
      {here.map(({ words }) => words).join('；')}
    </p>
  )
}
