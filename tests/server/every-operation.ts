import { defaultClock } from "../../lib/schema/clock.ts";
import type { OperationArgs, OperationName } from "../../lib/schema/operations.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { sighting, type TestDevice, type TestServer } from "./support.ts";

const { version: _, ...usual } = defaultTriageSettings;
const integrationId = "2d0c1a44-9a53-4f0e-8a4b-6c2f7d1f9b10";
const pushId = "7c2b0a8e-53f1-4c1d-9a51-0f4d2d6c8a77";
const words = 'Æ, 日本, אבג, 👩‍👩‍👧‍👧🎧, a \\ and a "quote"\n\u2028and a\ttab';

/** Everybody whom the operations need, in one workspace. */
export interface Crew {
  readonly admin: TestDevice;
  readonly staff: TestDevice;
  readonly ann: TestDevice;
  readonly ben: TestDevice;
  /** Somebody new, who holds no post yet: a member who may post what they write, or one whose drafts are read first. */
  another(level: 0 | 1): Promise<TestDevice>;
}

export async function joinCrew(server: TestServer): Promise<Crew> {
  const workspace = await server.workspace();
  return {
    admin: await server.join(workspace, "admin"),
    staff: await server.join(workspace, "staff"),
    ann: await server.join(workspace, "advocate", 1),
    ben: await server.join(workspace, "advocate", 2),
    another: (level) => server.join(workspace, "advocate", level),
  };
}

const post = (postId: string) => ({ mentionId: `x:${postId}` });

async function report({ ann }: Crew, postId: string) {
  await ann.run("mention.report", sighting(postId, { excerpt: `Does acme work? ${words}`.slice(0, 280) }));
  return post(postId);
}

/** A post that somebody has taken. */
async function held(crew: Crew, postId: string, level: 0 | 1 = 1) {
  const by = await crew.another(level);
  const { mentionId } = await report(crew, postId);
  return { by, ref: { mentionId, fence: (await by.run("claim.take", { mentionId })).claim?.fence ?? 0 } };
}

/** A post whose text by a newcomer waits for review. */
async function inReview(crew: Crew, postId: string) {
  const { by, ref } = await held(crew, postId, 0);
  await by.run("review.request", { ...ref, text: "Hold it." });
  return { by, ref, draft: { mentionId: ref.mentionId, text: "Hold it." } };
}

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
  "reply.posted": async (crew) => {
    const { by, ref } = await held(crew, "12");
    return [by, { ...ref, text: `${words}\nI'm an Acme customer`, url: null, proof: "confirmed" }];
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
  "triage.push": async ({ admin }) => [admin, { baseVersion: 0, settings: usual }],
  "answering.set": async ({ admin }) => [admin, { answering: noReplyPolicy }],
  "clock.save": async ({ admin }) => [admin, defaultClock],
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
  "member.list": async ({ staff }) => [staff, {}],
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
  "device.list": async ({ ann }) => [ann, {}],
  "invitation.create": async ({ admin }) => [admin, { role: "advocate", level: 1 }],
};
