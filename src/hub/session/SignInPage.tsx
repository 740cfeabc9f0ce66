import { HeartMark } from '../look/HeartMark'
import type { SignInRequest } from './enterSession'
import { SignInForm } from './SignInForm'
import { SignOnButton } from './SignOnButton'
import './sign-in.css'

type Props = {
  readonly demo: boolean
  readonly signOn?: boolean | undefined
  /** Somebody was here and their session has ended: what they typed lies below, untouched. */
  readonly returning: boolean
  readonly onSignIn: (request: SignInRequest) => Promise<void>
}

export function SignInPage({ demo, signOn, returning, onSignIn }: Props) {
  return (
    <main
      className={returning ? 'sign-in sign-in-over' : 'sign-in'}
      {...(returning ? { role: 'dialog', 'aria-modal': true } : {})}
      aria-label="登录"
    >
      <div className="sign-in-card">
        <h1>
          <HeartMark size={36} />
          连心 · 镇综治中心
        </h1>
        {returning && (
          <p data-testid="session-ended">登录已过期，请重新登录。没送出的内容都还在。</p>
        )}
        <SignInForm demo={demo} onSignIn={onSignIn} />
        {signOn && <SignOnButton onSignIn={onSignIn} />}
      </div>
    </main>
  )
}
