import type { OpenHandler } from '../handler'
import { isoTime } from './isoTime'

export const describeServer: OpenHandler<'describeServer'> = ({
  countyId,
  now,
  reference,
  settings,
}) =>
  Promise.resolve({
    demo: settings.demo,
    county: { code: String(countyId), name: reference.areaName(String(countyId)) },
    serverTime: isoTime(now()),
    ...(settings.messages.templates.length > 0
      ? { messageTemplates: settings.messages.templates.map(({ id }) => id) }
      : {}),
  })
