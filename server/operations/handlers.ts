import type { OperationName } from "../../lib/schema/operations.ts";
import { postReplies, saveDraft } from "./answer.ts";
import type { Handler, ManyHandler } from "./call.ts";
import { heartbeat, release, renew, take } from "./claim.ts";
import { nextBest } from "./claim-next.ts";
import { dismiss, reopen, route } from "./decide.ts";
import { listGaps } from "./disclosing.ts";
import { followUp } from "./follow-up.ts";
import { listDeliveries, listIntegrations, removeIntegration, replay, saveIntegration, testIntegration } from "./integrations.ts";
import { createInvitation, inviteAgain, inviteOwnDevice, listDevices, listOpen, revoke } from "./invitation.ts";
import { pushKeywords, putKeywordPart, removeKeywords } from "./keywords.ts";
import { removeKnowledge, saveKnowledge } from "./knowledge.ts";
import { listMembers, rename } from "./members.ts";
import { leaveWorkspace, listPeople, pause, removeMember, resume, setLevel, setRole, signOut, signOutDevice } from "./membership.ts";
import { readLanguageModel, removeModel, setModel } from "./model.ts";
import { decline } from "./opinion.ts";
import { overrule } from "./overrule.ts";
import { rejectSuggestion } from "./precedents.ts";
import { look } from "./presence.ts";
import { get, history } from "./reading.ts";
import { reportAll } from "./report.ts";
import { accept, approve, reject, request, suggest } from "./review.ts";
import { changeAnswering, pushTriage, saveClock } from "./settings.ts";
import { assign, mergeMentions } from "./staff.ts";
import { listDoings, takeBackDoings, undoTakingBack } from "./take-back.ts";

/** Operations that many devices send at the same moment: their handlers do all of a batch with a few statements. */
export const manyHandlers = {
  "claim.next": nextBest,
  "reply.posted": postReplies,
  "mention.report": reportAll,
} as const satisfies { readonly [N in OperationName]?: ManyHandler<N> };

export const handlers: { readonly [N in Exclude<OperationName, keyof typeof manyHandlers>]: Handler<N> } = {
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
  "triage.push": pushTriage,
  "keywords.part": putKeywordPart,
  "keywords.push": pushKeywords,
  "keywords.remove": removeKeywords,
  "knowledge.save": saveKnowledge,
  "knowledge.remove": removeKnowledge,
  "answering.set": changeAnswering,
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
  "mention.history": history,
  "mention.assign": assign,
  "mention.merge": mergeMentions,
  "mention.follow_up": followUp,
  "member.list": listMembers,
  "member.rename": rename,
  "member.doings": listDoings,
  "member.take_back": takeBackDoings,
  "take_back.undo": undoTakingBack,
  "people.list": listPeople,
  "member.set_role": setRole,
  "member.set_level": setLevel,
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
};
