import { problems } from '@contract/problems'
import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { useAsk } from '../wire/useAsk'
import { WireProblem, wordsOf } from '../wire/WireProblem'
import type { SignInRequest } from './enterSession'
import { leaveForSignOn, takeReturn } from './signOn'

/** 统一登录: leaves for the other system, and signs in with what it comes back with. */
export function SignOnButton({
  onSignIn,
}: {
  onSignIn: (request: SignInRequest) => Promise<void>
}) {
  const { api, sessionStorage } = useConsole()
  const { busy, problem, run } = useAsk()
  useEffect(() => {
    const returned = takeReturn(sessionStorage)
    if (returned) void run(() => enter(returned))
  }, [])
  async function enter(returned: NonNullable<ReturnType<typeof takeReturn>>) {
    if ('failed' in returned)
      throw new WireProblem('sign-on.failed', problems['sign-on.failed'].title, 'refused')
    await onSignIn(returned.request)
  }
  return (
    <>
      {problem !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={wordsOf(problem)}
          data-testid="sign-on-trouble"
        />
      )}
      <Button
        size="large"
        loading={busy}
        onClick={() => void run(() => leaveForSignOn(api, sessionStorage))}
        data-testid="sign-on"
      >
        统一登录
      </Button>
    </>
  )
}
