import type { OperationName } from "../../lib/schema/operations.ts";
import { chooseAlerts, setAlertRules } from "./alerts.ts";
import { postReplies, saveDraft } from "./answer.ts";
import { checkLog, listAudit } from "./audit.ts";
import { knowBadges, ownBadges } from "./badges.ts";
import { chooseBoard, readBoard } from "./board.ts";
import { setBrake, setBrakeRules } from "./brake.ts";
import { setBrand } from "./brand.ts";
import type { Handler, ManyHandler } from "./call.ts";
import { heartbeat, release, renew, take } from "./claim.ts";
import { nextBest } from "./claim-next.ts";
import { dismiss, reopen, route } from "./decide.ts";
import { listGaps } from "./disclosing.ts";
import { eraseAuthor, listErasures, listRequests, lookAtAuthor, settleRequest } from "./erasure.ts";
import { listCountedPosts, readFigures } from "./figures.ts";
import { followUp } from "./follow-up.ts";
import { readForum, removeForum, saveForum, takeOverNow } from "./forum.ts";
import { listDeliveries, listIntegrations, removeIntegration, replay, saveIntegration, testIntegration } from "./integrations.ts";
import { createInvitation, inviteAgain, inviteOwnDevice, listDevices, listOpen, revoke } from "./invitation.ts";
import { pushKeywords, putKeywordPart, removeKeywords } from "./keywords.ts";
import { readItemFigures, removeKnowledge, saveKnowledge } from "./knowledge.ts";
import { listVersions, readVersion, restoreKeywords } from "./list-versions.ts";
import { listMembers, rename, saveProfile } from "./members.ts";
import {
  beginBreak,
  endBreak,
  leaveWorkspace,
  listPeople,
  ownLevel,
  pause,
  removeMember,
  resume,
  setLevel,
  setRole,
  signOut,
  signOutDevice,
} from "./membership.ts";
import { readLanguageModel, removeModel, setModel } from "./model.ts";
import { decline } from "./opinion.ts";
import { overrule } from "./overrule.ts";
import { ownAnswers, ownData, ownReviews, ownWeeks } from "./own-work.ts";
import { readPeriodFigures } from "./period-figures.ts";
import { letReplyThrough } from "./place.ts";
import { ownPoints } from "./points.ts";
import { rejectSuggestion } from "./precedents.ts";
import { look } from "./presence.ts";
import { acceptProposal, declineProposal, listProposals, proposeItem } from "./proposals.ts";
import { get, history } from "./reading.ts";
import { reportAll } from "./report.ts";
import { accept, approve, reject, request, suggest } from "./review.ts";
import { endWrong, listLooks, sayLook } from "./second-look.ts";
import { changeAnswering, pushTriage, saveClock, setLevels, setLooks, setRetention } from "./settings.ts";
import { assign, mergeMentions } from "./staff.ts";
import { listDoings, takeBackDoings, undoTakingBack } from "./take-back.ts";

/** Operations that many devices send at the same moment: their handlers do all of a batch with a few statements. */
export const manyHandlers = {
  "claim.next": nextBest,
  "reply.posted": postReplies,
  "mention.report": reportAll,
} as const satisfies { readonly [N in OperationName]?: ManyHandler<N> };

export const handlers: { readonly [N in Exclude<OperationName, keyof typeof manyHandlers>]: Handler<N> } = {
  "alerts.choose": chooseAlerts,
  "alerts.rules": setAlertRules,
  "mention.get": get,
  "mention.look": look,
  "claim.take": take,
  "claim.heartbeat": heartbeat,
  "claim.renew": renew,
  "claim.release": release,
  "draft.save": saveDraft,
  "mention.route": route,
  "mention.dismiss": dismiss,
  "mention.reopen": reopen,
  "opinion.decline": decline,
  "mention.overrule": overrule,
  "suggestion.reject": rejectSuggestion,
  "review.request": request,
  "review.approve": approve,
  "review.reject": reject,
  "review.suggest": suggest,
  "review.accept": accept,
  "reply.place": letReplyThrough,
  "second_look.list": listLooks,
  "second_look.say": sayLook,
  "second_look.end": endWrong,
  "triage.push": pushTriage,
  "keywords.part": putKeywordPart,
  "keywords.push": pushKeywords,
  "keywords.remove": removeKeywords,
  "keywords.versions": listVersions,
  "keywords.version": readVersion,
  "keywords.restore": restoreKeywords,
  "knowledge.save": saveKnowledge,
  "knowledge.remove": removeKnowledge,
  "knowledge.figures": readItemFigures,
  "knowledge.propose": proposeItem,
  "proposal.list": listProposals,
  "proposal.accept": acceptProposal,
  "proposal.decline": declineProposal,
  "answering.set": changeAnswering,
  "brake.set": setBrake,
  "brake.rules": setBrakeRules,
  "levels.set": setLevels,
  "looks.set": setLooks,
  "retention.set": setRetention,
  "brand.set": setBrand,
  "disclosure.gaps": listGaps,
  "model.read": readLanguageModel,
  "model.set": setModel,
  "model.remove": removeModel,
  "clock.save": saveClock,
  "integration.save": saveIntegration,
  "integration.remove": removeIntegration,
  "integration.list": listIntegrations,
  "integration.test": testIntegration,
  "delivery.list": listDeliveries,
  "delivery.replay": replay,
  "forum.read": readForum,
  "forum.save": saveForum,
  "forum.refresh": takeOverNow,
  "forum.remove": removeForum,
  "mention.history": history,
  "mention.assign": assign,
  "mention.merge": mergeMentions,
  "mention.follow_up": followUp,
  "member.list": listMembers,
  "audit.list": listAudit,
  "audit.check": checkLog,
  "author.look": lookAtAuthor,
  "author.erase": eraseAuthor,
  "erasure.list": listErasures,
  "request.list": listRequests,
  "request.settle": settleRequest,
  "member.rename": rename,
  "profile.save": saveProfile,
  "away.begin": beginBreak,
  "away.end": endBreak,
  "member.doings": listDoings,
  "member.take_back": takeBackDoings,
  "take_back.undo": undoTakingBack,
  "people.list": listPeople,
  "member.set_role": setRole,
  "member.set_level": setLevel,
  "member.own_level": ownLevel,
  "member.own_points": ownPoints,
  "member.own_answers": ownAnswers,
  "member.own_badges": ownBadges,
  "badges.known": knowBadges,
  "member.own_reviews": ownReviews,
  "member.own_weeks": ownWeeks,
  "member.own_data": ownData,
  "board.read": readBoard,
  "board.choose": chooseBoard,
  "member.pause": pause,
  "member.resume": resume,
  "member.remove": removeMember,
  "member.sign_out": signOut,
  "member.leave": leaveWorkspace,
  "device.sign_out": signOutDevice,
  "invitation.create": createInvitation,
  "invitation.list": listOpen,
  "invitation.revoke": revoke,
  "member.invite_again": inviteAgain,
  "device.invite": inviteOwnDevice,
  "device.list": listDevices,
  "figures.read": readFigures,
  "figures.of_period": readPeriodFigures,
  "figures.posts": listCountedPosts,
};
