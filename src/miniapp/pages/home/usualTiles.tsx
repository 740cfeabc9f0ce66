import { platform } from '../../platform/platform'
import { say } from '../../words/say'
import { HomeTile } from './HomeTile'
import { startWriting } from './startReport'

/** The kinds people come for without knowing that they are kinds. */
export const KIND_LOST_PERSON = '0701'
export const KIND_QUESTION = '0705'
const KIND_FRAUD_CHECK = '0901'

/** What stands on more than one first screen, each time in the same words and under the same picture. */
export function FraudTile() {
  return (
    <HomeTile
      id="home-fraud"
      icon="fraud"
      label={say.home.fraud}
      onPress={() => startWriting({ kind: KIND_FRAUD_CHECK })}
    />
  )
}

export function EmergencyTile() {
  return (
    <HomeTile
      id="home-emergency"
      icon="emergency"
      alarm
      label={say.home.emergency}
      onPress={() => platform.routes.open('/pages/emergency/index')}
    />
  )
}

/** Residents look for their grid worker, staff for a colleague. */
export function ContactsTile({ label }: { label: string }) {
  return (
    <HomeTile
      id="home-contacts"
      icon="phone"
      label={label}
      onPress={() => platform.routes.open('/pages/contacts/index')}
    />
  )
}

export function MoreTile() {
  return (
    <HomeTile
      id="home-more"
      icon="more"
      label={say.home.more}
      onPress={() => platform.routes.open('/pages/begin/index')}
    />
  )
}
