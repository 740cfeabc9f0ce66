import { Guide } from '../../components/Guide'
import { Screen } from '../../components/Screen'
import { platform } from '../../platform/platform'
import { faceOf, useSession } from '../../stores/session'
import { say } from '../../words/say'

/** The first steps once more, for whoever asks for them. */
export default function GuidePage() {
  const face = useSession((session) => faceOf(session.person))
  return (
    <Screen title={say.guide.title}>
      <Guide face={face} onEnd={platform.routes.back} />
    </Screen>
  )
}
