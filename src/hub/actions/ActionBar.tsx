import type { ActionView } from '@contract/views'
import { Button, Tooltip } from 'antd'
import { actionKeys } from '../keys/shortcuts'

type Props = {
  readonly actions: readonly ActionView[]
  readonly chosen: string | undefined
  readonly onChoose: (action: ActionView) => void
}

/** What can be done now, the one thing to do first. */
export function ActionBar({ actions, chosen, onChoose }: Props) {
  if (actions.length === 0) return <p className="quiet no-actions">现在没有要您办的</p>
  const primaryFirst = [...actions].sort(
    (one, other) => Number(other.primary) - Number(one.primary),
  )
  return (
    <div className="action-bar" role="group" aria-label="可以做的">
      {primaryFirst.map((action) => {
        const key = actionKeys[action.action]
        return (
          <Tooltip key={action.action} title={key ? `按 ${key.toUpperCase()}` : ''}>
            <Button
              type={action.primary ? 'primary' : 'default'}
              className={chosen === action.action ? 'action-chosen' : ''}
              onClick={() => onChoose(action)}
              aria-expanded={chosen === action.action}
              {...(key ? { 'aria-keyshortcuts': key } : {})}
              data-testid={`action-${action.action}`}
            >
              {action.title}
            </Button>
          </Tooltip>
        )
      })}
    </div>
  )
}
