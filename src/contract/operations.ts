import {
  listAccounts,
  makeAccount,
  grantPost,
  endPost,
  unlockAccount,
  listSessions,
  endSession,
} from './api/accounts'
import { exportAudit, readAudit } from './api/audit'
import {
  beginSecondFactor,
  confirmSecondFactor,
  proveSecondFactor,
  readSecondFactor,
  resetSecondFactor,
} from './api/secondFactor'
import { acknowledgeEvents, pullEvents } from './api/pullEvents'
import { actOnMatter } from './api/actOnMatter'
import { bindAccount } from './api/bindAccount'
import { claimTask } from './api/claimTask'
import { attendMatter, mergeMatters, takeMatter, tellReporter, undoMerge } from './api/desk'
import {
  listDeskEntries,
  listShiftNotes,
  signShiftNote,
  writeDeskEntry,
  writeShiftNote,
} from './api/deskNotes'
import { maskPhoto, openOriginal } from './api/maskPhoto'
import { dropFilter, listFilters, listNear, saveFilter } from './api/savedFilters'
import { describeServer } from './api/describeServer'
import { disablePerson } from './api/disablePerson'
import { findGrid } from './api/findGrid'
import { followMatter } from './api/followMatter'
import { getFile } from './api/getFile'
import { getMatter } from './api/getMatter'
import { getPoints } from './api/getPoints'
import {
  changeSubscription,
  disableEndpoint,
  listAttempts,
  listDeliveries,
  listEndpoints,
  registerEndpoint,
  replayDeliveries,
  rotateSecret,
  testEndpoint,
} from './api/hubEndpoints'
import { issueBindingCode } from './api/issueBindingCode'
import { findSimilar } from './api/findSimilar'
import { findSaidBefore } from './api/findSaidBefore'
import { readMyFigures } from './api/readMyFigures'
import { handOverTasks } from './api/handOverTasks'
import { listCards } from './api/listCards'
import { listCounted } from './api/listCounted'
import { readBoard } from './api/readBoard'
import { readFigures } from './api/readFigures'
import { readHoldings, reportHoldings } from './api/holdings'
import { readWall } from './api/readWall'
import { readCountySettings } from './api/readCountySettings'
import { previewCountySettings } from './api/previewCountySettings'
import { changeCountySettings } from './api/changeCountySettings'
import { listNotices } from './api/listNotices'
import { listRoll } from './api/listRoll'
import { openSecret } from './api/openSecret'
import { searchPeople } from './api/searchPeople'
import { readSettlement } from './api/readSettlement'
import { listAreas } from './api/listAreas'
import { listAssignees } from './api/listAssignees'
import { listChanges } from './api/listChanges'
import { listContacts } from './api/listContacts'
import { listGrids } from './api/listGrids'
import { listGuides } from './api/listGuides'
import {
  closeMyAccount,
  correctMyData,
  exportMyData,
  giveConsent,
  readMyData,
  withdrawConsent,
} from './api/myData'
import { listKinds } from './api/listKinds'
import { listMatters } from './api/listMatters'
import { listPostings } from './api/listPostings'
import { listTasks } from './api/listTasks'
import { reportMatter } from './api/reportMatter'
import { setPassword } from './api/setPassword'
import { beginSignOn, signIn } from './api/signIn'
import { signOut } from './api/signOut'
import { uploadChunk } from './api/uploadChunk'
import { whoAmI } from './api/whoAmI'

/** Everything that can be asked of the backend, through whichever door. `/openapi.json` is made from it. */
export const operations = {
  describeServer,
  signIn,
  beginSignOn,
  signOut,
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
  listDeliveries,
  listAttempts,
  replayDeliveries,
  pullEvents,
  acknowledgeEvents,
  followMatter,
  listContacts,
  listGuides,
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
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
