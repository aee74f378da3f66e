import { expect, it } from "vitest";
import { usualBrakeRules } from "../../lib/schema/brake.ts";
import { defaultClock } from "../../lib/schema/clock.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { usualLookRules } from "../../lib/schema/look-rules.ts";
import { type OperationArgs, type OperationName, operations } from "../../lib/schema/operations.ts";
import { usualRetention } from "../../lib/schema/retention.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { everything, mentionsOf, sighting, useServer } from "./support.ts";

const server = useServer();
const integrationId = "6f1de1f0-30a6-4a43-9f3c-5e1c9f7a2b11";
const forum = { address: "https://forum.example", leastTrust: 1, takesTopics: true, takesAccounts: false, key: null } as const;
const { version: _, ...usual } = defaultTriageSettings;

/** Each operation as an intruder would send it, with the id, fence and list of another workspace. */
const attempts: { readonly [N in OperationName]: object } = {
  "mention.report": sighting("1", { excerpt: "Is acme any good?" }),
  "mention.get": { mentionId: "x:1" },
  "mention.look": { mentionId: "x:1" },
  "claim.take": { mentionId: "x:1" },
  "claim.next": { languages: [] },
  "claim.heartbeat": { mentionId: "x:1", fence: 1 },
  "claim.renew": { mentionId: "x:1", fence: 1 },
  "claim.release": { mentionId: "x:1", fence: 1 },
  "draft.save": { mentionId: "x:1", fence: 1, text: "mine" },
  "review.request": { mentionId: "x:1", fence: 1, text: "mine" },
  "review.approve": { mentionId: "x:1", text: "theirs" },
  "review.reject": { mentionId: "x:1", text: "theirs", reason: "tone" },
  "review.suggest": { mentionId: "x:1", text: "theirs", edit: "mine" },
  "review.accept": { mentionId: "x:1", fence: 1, text: "mine" },
  "second_look.list": {},
  "second_look.say": { mentionId: "x:1", verdict: "wrong", reason: "untrue" },
  "second_look.end": { mentionId: "x:1", ending: "deleted", url: null },
  "reply.place": { mentionId: "x:1", fence: 1, text: "mine" },
  "reply.posted": { mentionId: "x:1", fence: 1, text: "mine", url: null, proof: "confirmed" },
  "mention.route": { mentionId: "x:1", route: "first_line", note: "mine" },
  "mention.dismiss": { mentionId: "x:1", reason: "spam" },
  "mention.reopen": { mentionId: "x:1" },
  "opinion.decline": { mentionId: "x:1", wish: "dismiss", isDeclined: true },
  "mention.overrule": { mentionId: "x:1", field: "anger", value: 1 },
  "triage.push": { baseVersion: 0, settings: usual },
  "suggestion.reject": { mentionId: "x:1", source: "pairing" },
  "knowledge.save": { items: [{ id: "pairing", lang: "en", title: "Mine", topics: [], answer: "mine", link: null }] },
  "knowledge.remove": { itemId: "pairing" },
  "knowledge.figures": {},
  "knowledge.propose": { mentionId: "x:1", item: { lang: "en", title: "Mine", answer: "mine" } },
  "proposal.list": {},
  "proposal.accept": { proposalId: "theirs", item: { id: "mine", lang: "en", title: "Mine", topics: [], answer: "mine", link: null } },
  "proposal.decline": { proposalId: "theirs", reason: "other", note: "mine" },
  "answering.set": { answering: noReplyPolicy },
  "brake.rules": usualBrakeRules,
  "brake.set": { isOn: false },
  "levels.set": usualLevelRules,
  "looks.set": usualLookRules,
  "retention.set": usualRetention,
  "brand.set": { name: "Mine", handles: { x: ["someone"] } },
  "disclosure.gaps": {},
  "model.read": {},
  "model.set": { address: "https://models.example/v1", model: "small", key: "mine" },
  "model.remove": {},
  "keywords.part": { pushId: "3b241101-e2bb-4255-8caf-4136c566a962", part: 1, entries: [] },
  "keywords.push": { listId: "brand", name: "Mine", baseVersion: 0, entries: [] },
  "keywords.remove": { listId: "brand", baseVersion: 1 },
  "keywords.versions": { listId: "brand" },
  "keywords.version": { listId: "brand", version: 1 },
  "keywords.restore": { listId: "brand", baseVersion: 1, version: 1 },
  "clock.save": defaultClock,
  "integration.save": {
    id: integrationId,
    name: "Mine",
    target: { kind: "chat" },
    events: [],
    enabled: true,
    secret: "https://chat.example/mine",
  },
  "integration.remove": { integrationId },
  "integration.list": {},
  "integration.test": { integrationId },
  "delivery.list": { integrationId },
  "delivery.replay": { integrationId, deliveryId: null },
  "forum.read": {},
  "forum.save": { ...forum, name: "Mine", secret: "mine, all mine" },
  "forum.refresh": {},
  "forum.remove": {},
  "mention.history": { mentionId: "x:1" },
  "mention.assign": { mentionId: "x:1", memberId: null },
  "mention.merge": { mentionId: "x:1", intoId: "x:2" },
  "mention.follow_up": { mentionId: "x:1", postId: "9", excerpt: "mine", url: null, lang: null },
  "audit.list": { who: "", what: "", about: "", from: null, to: null, before: null },
  "audit.check": {},
  "author.look": { site: "x", author: "someone" },
  "author.erase": { site: "x", author: "someone", isListed: true },
  "erasure.list": {},
  "request.list": {},
  "request.settle": { id: "r1" },
  "member.list": {},
  "member.rename": { name: "Mine" },
  "profile.save": { languages: ["nb"], topics: ["Mine"] },
  "away.begin": { until: null },
  "away.end": {},
  "alerts.choose": { choices: null },
  "alerts.rules": { off: ["mine"], chats: [] },
  "member.doings": {},
  "member.take_back": { memberId: "m1", hours: 1 },
  "take_back.undo": { id: "7c2b0a8e-53f1-4c1d-9a51-0f4d2d6c8a77" },
  "figures.read": {},
  "figures.posts": { after: null },
  "figures.of_period": { period: "week", by: "label" },
  "people.list": { search: "", role: null, standing: null, order: "name", from: 0 },
  "member.set_role": { memberId: "theirs", role: "advocate" },
  "member.set_level": { memberId: "theirs", level: 3, reason: "mine" },
  "member.own_level": {},
  "member.own_points": {},
  "member.own_answers": { kind: null, after: null },
  "member.own_badges": {},
  "badges.known": { badges: ["first_help"] },
  "member.own_reviews": { after: null },
  "member.own_weeks": {},
  "member.own_data": { from: null },
  "board.read": { languages: ["en"] },
  "board.choose": { isListed: true },
  "member.pause": { memberId: "theirs" },
  "member.resume": { memberId: "theirs" },
  "member.remove": { memberId: "theirs" },
  "member.sign_out": { memberId: "theirs" },
  "member.leave": {},
  "device.sign_out": { deviceId: null },
  "invitation.list": {},
  "invitation.revoke": { id: "theirs" },
  "member.invite_again": { memberId: "theirs" },
  "device.invite": {},
  "device.list": {},
  "invitation.create": { role: "admin" },
};

/** What an intruder does to a workspace of their own. */
const ownThings: readonly OperationName[] = [
  "mention.report",
  "second_look.list",
  "mention.history",
  "triage.push",
  "keywords.part",
  "keywords.push",
  "clock.save",
  "integration.save",
  "integration.list",
  "delivery.list",
  "audit.list",
  "audit.check",
  "author.look",
  "author.erase",
  "erasure.list",
  "request.list",
  "member.list",
  "member.rename",
  "profile.save",
  "away.begin",
  "away.end",
  "alerts.choose",
  "alerts.rules",
  "member.doings",
  "people.list",
  "figures.read",
  "figures.posts",
  "figures.of_period",
  "invitation.list",
  "member.own_level",
  "member.own_points",
  "member.own_answers",
  "member.own_badges",
  "badges.known",
  "member.own_reviews",
  "member.own_weeks",
  "member.own_data",
  "board.read",
  "board.choose",
  "device.invite",
  "device.list",
  "knowledge.save",
  "knowledge.remove",
  "knowledge.figures",
  "proposal.list",
  "answering.set",
  "brake.set",
  "brake.rules",
  "levels.set",
  "looks.set",
  "retention.set",
  "brand.set",
  "disclosure.gaps",
  "model.read",
  "model.set",
  "model.remove",
  "forum.read",
  "forum.save",
  "forum.remove",
  "invitation.create",
];

it.each(Object.keys(operations) as OperationName[])("%s of another workspace sees and changes nothing here", async (name) => {
  const owner = await server().join(await server().workspace(), "admin");
  const intruder = await server().join(await server().workspace(), "admin");
  await owner.run("mention.report", sighting("1"));
  const { claim } = await owner.run("claim.take", { mentionId: "x:1" });
  await owner.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "theirs" });
  await owner.run("knowledge.save", { items: [{ id: "pairing", lang: "en", title: "Ours", topics: [], answer: "theirs", link: null }] });
  await owner.run("keywords.push", { listId: "brand", name: "Ours", baseVersion: 0, entries: [] });
  const ours = { id: integrationId, name: "Ours", target: { kind: "chat" }, events: [], enabled: true } satisfies Partial<
    OperationArgs<"integration.save">
  >;
  await owner.run("integration.save", { ...ours, secret: "https://chat.example/ours" });
  await owner.run("forum.save", { ...forum, name: "Ours", secret: "theirs, all theirs" });
  const connections = async () => [await owner.run("integration.list", {}), await owner.run("forum.read", {})];
  const before = [await everything(owner), await connections()];
  const { results } = await intruder.sync([{ id: crypto.randomUUID(), name, args: attempts[name] }]);
  const codes = results.map((result) => (result.ok ? "ok" : result.error.code));
  const other =
    { "claim.next": "queue_empty", "member.leave": "last_admin", "device.sign_out": "last_admin" }[name as string] ?? "not_found";
  expect(codes).toEqual([ownThings.includes(name) ? "ok" : other]);
  expect([await everything(owner), await connections()]).toEqual(before);
  const seen = JSON.stringify((await everything(intruder)).changes);
  expect(seen).not.toContain("theirs");
  expect(seen).not.toContain(owner.memberId);
  if (name === "mention.report") expect((await mentionsOf(intruder)).get("x:1")?.excerpt).toBe("Is acme any good?");
});

it("a token opens no other workspace", async () => {
  const owner = await server().join(await server().workspace(), "admin");
  const other = await server().workspace();
  const response = await server().post(
    "/v1/sync",
    { protocol: 1, since: null, operations: [] },
    owner.token.replace(owner.workspaceId, other),
  );
  expect(response.status).toBe(401);
});
