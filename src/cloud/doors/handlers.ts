import type { OperationName } from '@contract/operations'
import { actOnMatter } from '../commands/actOnMatter'
import { acknowledgeEvents } from '../commands/acknowledgeEvents'
import { bindAccount } from '../commands/bindAccount'
import { claimTask } from '../commands/claimTask'
import { changeSubscription } from '../commands/changeSubscription'
import { disableEndpoint } from '../commands/disableEndpoint'
import { disablePerson } from '../commands/disablePerson'
import { issueBindingCode } from '../commands/issueBindingCode'
import { registerEndpoint } from '../commands/registerEndpoint'
import { rotateSecret } from '../commands/rotateSecret'
import { replayDeliveries } from '../commands/replayDeliveries'
import { closeMyAccount } from '../commands/closeMyAccount'
import { correctMyData } from '../commands/correctMyData'
import { giveConsent } from '../commands/giveConsent'
import { withdrawConsent } from '../commands/withdrawConsent'
import { changeCountySettings } from '../commands/changeCountySettings'
import { attendMatter } from '../commands/attendMatter'
import { maskPhoto, openOriginal } from '../commands/maskPhoto'
import { dropFilter, listFilters, saveFilter } from '../commands/saveFilter'
import { listShiftNotes, signShiftNote, writeShiftNote } from '../commands/shiftNotes'
import { listDeskEntries, writeDeskEntry } from '../commands/writeDeskEntry'
import { listNear } from '../queries/listNear'
import { mergeMatters, undoMerge } from '../commands/mergeMatters'
import { takeMatter, tellReporter } from '../commands/takeMatter'
import { handOverTasks } from '../commands/handOverTasks'
import { openSecret } from '../commands/openSecret'
import { findSimilar } from '../queries/findSimilar'
import { findSaidBefore } from '../queries/findSaidBefore'
import { readMyFigures } from '../queries/readMyFigures'
import { listCards } from '../queries/listCards'
import { listNotices } from '../queries/listNotices'
import { listRoll } from '../queries/listRoll'
import { searchPeople } from '../queries/searchPeople'
import { reportHoldings } from '../commands/reportHoldings'
import { reportMatter } from '../commands/reportMatter'
import { setPassword } from '../commands/setPassword'
import { signIn } from '../commands/signIn'
import { beginSignOn } from '../commands/signOn'
import { signOut } from '../commands/signOut'
import { uploadChunk } from '../commands/uploadChunk'
import type { Handler, OpenHandler } from '../handler'
import { describeServer } from '../queries/describeServer'
import { exportMyData } from '../queries/exportMyData'
import { findGrid } from '../queries/findGrid'
import { followMatter } from '../queries/followMatter'
import { endPost, grantPost } from '../commands/grantPost'
import { endSession } from '../commands/endSession'
import { makeAccount } from '../commands/makeAccount'
import { proveSecondFactor } from '../commands/proveSecondFactor'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  resetSecondFactor,
} from '../commands/secondFactor'
import { unlockAccount } from '../commands/unlockAccount'
import { exportAudit } from '../queries/exportAudit'
import { listAccounts } from '../queries/listAccounts'
import { listSessions } from '../queries/listSessions'
import { readAudit } from '../queries/readAudit'
import { getFile } from '../queries/getFile'
import { getMatter } from '../queries/getMatter'
import { listAreas } from '../queries/listAreas'
import { listAssignees } from '../queries/listAssignees'
import { listChanges } from '../queries/listChanges'
import { listContacts } from '../queries/listContacts'
import { listDeliveries } from '../queries/listDeliveries'
import { listAttempts } from '../queries/listAttempts'
import { testEndpoint } from '../queries/testEndpoint'
import { listEndpoints } from '../queries/listEndpoints'
import { listGrids } from '../queries/listGrids'
import { listGuides } from '../queries/listGuides'
import { listKinds } from '../queries/listKinds'
import { listMatters } from '../queries/listMatters'
import { listTasks } from '../queries/listTasks'
import { getPoints, listPostings, readSettlement } from '../queries/points'
import { pullEvents } from '../queries/pullEvents'
import { previewCountySettings } from '../queries/previewCountySettings'
import { readCountySettings } from '../queries/readCountySettings'
import { readMyData } from '../queries/readMyData'
import { readHoldings } from '../queries/readHoldings'
import { listCounted } from '../queries/listCounted'
import { readBoard } from '../queries/readBoard'
import { readFigures } from '../queries/readFigures'
import { readWall } from '../queries/readWall'
import { whoAmI } from '../queries/whoAmI'

/** Asked without a session: by anybody, or by a hub with its endpoint's secret. */
export const openHandlers = {
  describeServer,
  signIn,
  beginSignOn,
  signOut,
  pullEvents,
  acknowledgeEvents,
  followMatter,
  listGuides,
} satisfies { [Name in OperationName]?: OpenHandler<Name> }

type OpenName = keyof typeof openHandlers

export const handlers = {
  whoAmI,
  issueBindingCode,
  bindAccount,
  setPassword,
  disablePerson,
  listKinds,
  listAreas,
  listGrids,
  findGrid,
  reportMatter,
  uploadChunk,
  reportHoldings,
  readHoldings,
  getFile,
  actOnMatter,
  getMatter,
  listMatters,
  listChanges,
  listTasks,
  claimTask,
  listAssignees,
  searchPeople,
  handOverTasks,
  findSimilar,
  findSaidBefore,
  listRoll,
  openSecret,
  listNotices,
  listCards,
  readFigures,
  readBoard,
  listCounted,
  readWall,
  readMyFigures,
  readCountySettings,
  previewCountySettings,
  changeCountySettings,
  getPoints,
  listPostings,
  readSettlement,
  listEndpoints,
  registerEndpoint,
  disableEndpoint,
  changeSubscription,
  rotateSecret,
  testEndpoint,
  listAttempts,
  listDeliveries,
  replayDeliveries,
  listContacts,
  readMyData,
  exportMyData,
  correctMyData,
  giveConsent,
  withdrawConsent,
  closeMyAccount,
  takeMatter,
  mergeMatters,
  undoMerge,
  tellReporter,
  attendMatter,
  listDeskEntries,
  listFilters,
  listNear,
  listShiftNotes,
  maskPhoto,
  openOriginal,
  saveFilter,
  dropFilter,
  signShiftNote,
  writeDeskEntry,
  writeShiftNote,
  readAudit,
  exportAudit,
  listAccounts,
  makeAccount,
  grantPost,
  endPost,
  unlockAccount,
  listSessions,
  endSession,
  beginSecondFactor,
  confirmSecondFactor,
  proveSecondFactor,
  readSecondFactor,
  resetSecondFactor,
} satisfies { [Name in Exclude<OperationName, OpenName>]: Handler<Name> }
