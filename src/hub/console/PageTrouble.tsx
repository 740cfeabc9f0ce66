import { Alert, Button } from 'antd'
import { wordsOf } from '../wire/WireProblem'

/** What a page could not read, and the way to try once more. */
export function PageTrouble({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  if (problem === undefined) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={wordsOf(problem)}
      action={<Button onClick={onRetry}>再试一次</Button>}
    />
  )
}
