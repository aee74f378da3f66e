import { usualChoices } from "../../lib/schema/alert-choices.ts";
import { usualBrakeRules } from "../../lib/schema/brake.ts";
import { defaultClock } from "../../lib/schema/clock.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { usualLookRules } from "../../lib/schema/look-rules.ts";
import type { OperationArgs, OperationName } from "../../lib/schema/operations.ts";
import { usualRetention } from "../../lib/schema/retention.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { acmeForum, type Crew, held, inReview, lookedAt, post, proposed, pushedList, report, toPropose, words } from "./crew.ts";
import { sighting, type TestDevice } from "./support.ts";

const { version: _, ...usual } = defaultTriageSettings;
const integrationId = "2d0c1a44-9a53-4f0e-8a4b-6c2f7d1f9b10";
const pushId = "7c2b0a8e-53f1-4c1d-9a51-0f4d2d6c8a77";
/** What one operation is asked with, and by whom, so that it takes effect. */
type Turn<N extends OperationName> = (crew: Crew) => Promise<readonly [by: TestDevice, args: OperationArgs<N>]>;

/** Each operation in effect, to be done in this order: a new one gets its line, or nothing compiles. */
export const everyOperation: { readonly [N in OperationName]: Turn<N> } = {
  "mention.report": async ({ ann }) => [ann, sighting("1", { permalink: null, lang: null, postedAt: null })],
  "mention.get": async ({ ann }) => [ann, post("1")],
  "mention.look": async ({ ann }) => [ann, post("1")],
  "claim.take": async ({ ann }) => [ann, post("1")],
  "claim.next": async (crew) => {
    await report(crew, "2");
    return [crew.ben, { languages: [] }];
  },
  "claim.heartbeat": async (crew) => {
    const { by, ref } = await held(crew, "3");
    return [by, ref];
  },
  "claim.renew": async (crew) => {
    const { by, ref } = await held(crew, "4");
    return [by, ref];
  },
  "claim.release": async (crew) => {
    const { by, ref } = await held(crew, "5");
    return [by, ref];
  },
  "draft.save": async (crew) => {
    const { by, ref } = await held(crew, "6");
    return [by, { ...ref, text: words }];
  },
  "review.request": async (crew) => {
    const { by, ref } = await held(crew, "7", 0);
    return [by, { ...ref, text: words }];
  },
  "review.approve": async (crew) => [crew.ann, (await inReview(crew, "8")).draft],
  "review.reject": async (crew) => [crew.ann, { ...(await inReview(crew, "9")).draft, reason: "tone" }],
  "review.suggest": async (crew) => [crew.ben, { ...(await inReview(crew, "10")).draft, edit: `Better: ${words}` }],
  "review.accept": async (crew) => {
    const { by, ref, draft } = await inReview(crew, "11");
    await crew.ben.run("review.suggest", { ...draft, edit: "Hold it for long." });
    return [by, { ...ref, text: "Hold it for long." }];
  },
  "reply.place": async (crew) => {
    const { by, ref } = await held(crew, "160");
    return [by, { ...ref, text: `${words}\nI'm an Acme customer` }];
  },
  "reply.posted": async (crew) => {
    const { by, ref } = await held(crew, "12");
    return [by, { ...ref, text: `${words}\nI'm an Acme customer`, url: null, proof: "confirmed" }];
  },
  "second_look.list": async ({ ben }) => [ben, {}],
  "second_look.say": async (crew) => {
    const { mentionId, reader } = await lookedAt(crew, "41");
    return [reader, { mentionId, verdict: "wrong", reason: "untrue" }];
  },
  "second_look.end": async (crew) => {
    const { mentionId, by, reader } = await lookedAt(crew, "42");
    await reader.run("second_look.say", { mentionId, verdict: "wrong", reason: "untrue" });
    return [by, { mentionId, ending: "corrected", url: null }];
  },
  "mention.route": async (crew) => [crew.ann, { ...(await report(crew, "13")), route: "first_line", note: words }],
  "mention.dismiss": async (crew) => [crew.staff, { ...(await report(crew, "14")), reason: "spam" }],
  "mention.reopen": async (crew) => {
    const { mentionId } = await report(crew, "15");
    await crew.staff.run("mention.dismiss", { mentionId, reason: "spam" });
    return [crew.staff, { mentionId }];
  },
  "opinion.decline": async (crew) => {
    const newcomer = await crew.another(0);
    const ref = await report(crew, "proposed");
    await newcomer.run("mention.dismiss", { ...ref, reason: "spam" });
    return [crew.staff, { ...ref, wish: "dismiss", isDeclined: true }];
  },
  "mention.overrule": async (crew) => [crew.staff, { ...(await report(crew, "16")), field: "anger", value: 1 }],
  "mention.assign": async (crew) => {
    const { mentionId } = await report(crew, "17");
    await crew.staff.run("mention.route", { mentionId, route: "first_line", note: "" });
    return [crew.staff, { mentionId, memberId: null }];
  },
  "mention.merge": async (crew) => {
    const { mentionId: intoId } = await report(crew, "18");
    return [crew.staff, { ...(await report(crew, "19")), intoId }];
  },
  "mention.follow_up": async (crew) => [crew.staff, { ...post("12"), postId: "120", excerpt: words, url: null, lang: null }],
  "mention.history": async ({ staff }) => [staff, post("12")],
  "suggestion.reject": async (crew) => [crew.ann, { ...(await report(crew, "20")), source: "pairing" }],
  "knowledge.save": async ({ admin }) => [
    admin,
    { items: [{ id: "pairing", lang: "en", title: words, topics: ["a", words], answer: words, link: null }] },
  ],
  "knowledge.remove": async ({ admin }) => {
    await admin.run("knowledge.save", { items: [{ id: "old", lang: "en", title: "Old", topics: [], answer: "Old", link: null }] });
    return [admin, { itemId: "old" }];
  },
  "knowledge.figures": async ({ admin }) => [admin, {}],
  "knowledge.propose": async (crew) => [crew.ben, await toPropose(crew, "43", `Hold ${words}`)],
  "proposal.list": async ({ admin }) => [admin, {}],
  "proposal.accept": async (crew) => {
    const proposalId = await proposed(crew, "44", "Hold it.");
    return [crew.admin, { proposalId, item: { id: "kept", lang: "en", title: words, topics: [], answer: words, link: null } }];
  },
  "proposal.decline": async (crew) => {
    const proposalId = await proposed(crew, "45", "Shake it.");
    return [crew.admin, { proposalId, reason: "special", note: words.slice(0, 200) }];
  },
  "triage.push": async ({ admin }) => [admin, { baseVersion: 0, settings: usual }],
  "answering.set": async ({ admin }) => [admin, { answering: noReplyPolicy }],
  "brake.set": async ({ admin }) => [admin, { isOn: false }],
  "brake.rules": async ({ admin }) => [admin, usualBrakeRules],
  "levels.set": async ({ admin }) => [admin, usualLevelRules],
  "looks.set": async ({ admin }) => [admin, usualLookRules],
  "retention.set": async ({ admin }) => [admin, usualRetention],
  "brand.set": async ({ admin }) => [admin, { name: `Acme ${words}`.slice(0, 80), handles: { x: ["acme"] }, language: "he", mark: null }],
  "clock.save": async ({ admin }) => [admin, defaultClock],
  "forum.read": async ({ admin }) => [admin, {}],
  "forum.refresh": async ({ admin }) => {
    await admin.run("forum.save", acmeForum);
    return [admin, {}];
  },
  "forum.remove": async ({ admin }) => {
    await admin.run("forum.save", acmeForum);
    return [admin, {}];
  },
  "forum.save": async ({ admin }) => [admin, acmeForum],
  "model.read": async ({ admin }) => [admin, {}],
  "model.remove": async ({ admin }) => {
    await admin.run("model.set", { address: "https://models.example/v1", model: "old", key: "s3cret" });
    return [admin, {}];
  },
  "model.set": async ({ admin }) => [admin, { address: "https://models.example/v1", model: "small", key: "s3cret" }],
  "keywords.part": async ({ admin }) => [admin, { pushId, part: 1, entries: [] }],
  "keywords.push": async ({ admin }) => {
    const entry = { id: "brand", text: "acme", label: words.slice(0, 60), mustNear: [], mustNotNear: [] };
    return [admin, { listId: "brand", name: "Brand", baseVersion: 0, entries: [entry] }];
  },
  "keywords.remove": async ({ admin }) => {
    await admin.run("keywords.push", { listId: "gone", name: "Gone", baseVersion: 0, entries: [] });
    return [admin, { listId: "gone", baseVersion: 1 }];
  },
  "keywords.versions": async ({ admin }) => [admin, { listId: await pushedList(admin, "versions") }],
  "keywords.version": async ({ admin }) => [admin, { listId: await pushedList(admin, "version"), version: 1 }],
  "keywords.restore": async ({ admin }) => [admin, { listId: await pushedList(admin, "restored"), baseVersion: 1, version: 1 }],
  "integration.save": async ({ admin }) => {
    const connection = { id: integrationId, name: "Chat", target: { kind: "chat" }, events: [], enabled: true } as const;
    return [admin, { ...connection, events: [], secret: "http://127.0.0.1:9/hook" }];
  },
  "integration.list": async ({ admin }) => [admin, {}],
  "integration.test": async ({ admin }) => [admin, { integrationId }],
  "delivery.list": async ({ admin }) => [admin, { integrationId }],
  "delivery.replay": async ({ admin }) => [admin, { integrationId, deliveryId: null }],
  "integration.remove": async ({ admin }) => {
    const id = "b0d5f0c2-1f76-4c8c-8f0e-5a4f0d0a9c31";
    const connection = { id, name: "Other", target: { kind: "chat" }, events: [], enabled: true } as const;
    await admin.run("integration.save", { ...connection, events: [], secret: "http://127.0.0.1:9/other" });
    return [admin, { integrationId: id }];
  },
  "disclosure.gaps": async ({ admin }) => [admin, {}],
  "audit.list": async ({ admin }) => [admin, { who: words.slice(0, 40), what: "", about: "", from: null, to: null, before: null }],
  "author.look": async ({ admin }) => [admin, { site: "x", author: "somebody" }],
  "author.erase": async ({ admin }) => [admin, { site: "x", author: "nobody_here", isListed: false }],
  "request.list": async ({ admin }) => [admin, {}],
  "request.settle": async ({ admin, asks }) => [admin, { id: await asks(words.slice(0, 40)) }],
  "erasure.list": async ({ admin }) => [admin, {}],
  "audit.check": async ({ admin }) => [admin, {}],
  "member.list": async ({ staff }) => [staff, {}],
  "profile.save": async ({ ann }) => [ann, { languages: ["nb", "he"], topics: [words.slice(0, 40)] }],
  "away.begin": async (crew) => [(await held(crew, "34")).by, { until: "2026-03-03T00:00:00.000Z" }],
  "alerts.choose": async ({ ann }) => [ann, { choices: { ...usualChoices("Europe/Oslo"), off: ["thanks"] } }],
  "alerts.rules": async ({ admin }) => [admin, { off: ["drift"], chats: ["danger"] }],
  "away.end": async ({ ben }) => [ben, {}],
  "member.rename": async ({ ann }) => [ann, { name: "Ann Anew" }],
  "member.doings": async ({ staff }) => [staff, {}],
  "member.take_back": async (crew) => {
    const bad = await crew.another(1);
    await bad.run("mention.dismiss", { ...(await report(crew, "taken")), reason: "spam" });
    await bad.run("suggestion.reject", { ...(await report(crew, "taught")), source: "pairing" });
    return [crew.staff, { memberId: bad.memberId, hours: 1 }];
  },
  "take_back.undo": async (crew) => {
    const bad = await crew.another(1);
    await bad.run("mention.dismiss", { ...(await report(crew, "undone")), reason: "spam" });
    const { id } = await crew.staff.run("member.take_back", { memberId: bad.memberId, hours: 1 });
    return [crew.staff, { id }];
  },
  "people.list": async ({ admin }) => [admin, { search: "", role: null, standing: null, order: "name", from: 0 }],
  "member.set_role": async (crew) => [crew.admin, { memberId: (await crew.another(1)).memberId, role: "staff" }],
  "member.set_level": async (crew) => [crew.admin, { memberId: (await crew.another(1)).memberId, level: 2, reason: words.slice(0, 40) }],
  "member.own_level": async ({ ann }) => [ann, {}],
  "member.own_points": async ({ ann }) => [ann, {}],
  "member.own_answers": async ({ ann }) => [ann, { kind: null, after: null }],
  "member.own_badges": async ({ ann }) => [ann, {}],
  "badges.known": async ({ ann }) => [ann, { badges: ["first_help"] }],
  "member.own_reviews": async ({ ann }) => [ann, { after: null }],
  "member.own_weeks": async ({ ann }) => [ann, {}],
  "member.own_data": async ({ ann }) => [ann, { from: null }],
  "board.read": async ({ ann }) => [ann, { languages: ["en"] }],
  "board.choose": async ({ ann }) => [ann, { isListed: true }],
  "member.pause": async (crew) => [crew.admin, { memberId: (await held(crew, "30")).by.memberId }],
  "member.resume": async (crew) => {
    const { memberId } = await crew.another(1);
    await crew.admin.run("member.pause", { memberId });
    return [crew.admin, { memberId }];
  },
  "member.remove": async (crew) => [crew.admin, { memberId: (await held(crew, "31")).by.memberId }],
  "member.sign_out": async (crew) => [crew.admin, { memberId: (await held(crew, "32")).by.memberId }],
  "device.sign_out": async (crew) => [await crew.another(1), { deviceId: null }],
  "member.leave": async (crew) => [(await held(crew, "33")).by, {}],
  "invitation.list": async ({ admin }) => [admin, {}],
  "invitation.revoke": async ({ admin }) => {
    await admin.run("invitation.create", { role: "staff" });
    const [open] = await admin.run("invitation.list", {});
    return [admin, { id: open?.id ?? "" }];
  },
  "member.invite_again": async ({ admin, ann }) => [admin, { memberId: ann.memberId }],
  "device.invite": async ({ ann }) => [ann, {}],
  "figures.read": async ({ admin }) => [admin, {}],
  "figures.posts": async ({ admin }) => [admin, { after: null }],
  "figures.of_period": async ({ admin }) => [admin, { period: "month", by: "site" }],
  "device.list": async ({ ann }) => [ann, {}],
  "invitation.create": async ({ admin }) => [admin, { role: "advocate", level: 1 }],
};
