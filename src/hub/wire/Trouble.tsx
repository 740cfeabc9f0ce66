import { Alert } from 'antd'
import { wordsOf } from './WireProblem'

/** What was refused, beside what was asked. */
export function Trouble({ problem, testId }: { problem: unknown; testId?: string }) {
  if (problem === undefined) return null
  return (
    <Alert type="warning" showIcon role="alert" title={wordsOf(problem)} data-testid={testId} />
  )
}
