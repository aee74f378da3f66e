import type { OperationArgs } from "../../lib/schema/operations.ts";
import { askToLook, sighting, type TestDevice, type TestServer } from "./support.ts";

/** Signs that a careless hand would lose or escape wrongly. */
export const words = 'Æ, 日本, אבג, 👩‍👩‍👧‍👧🎧, a \\ and a "quote"\n\u2028and a\ttab';

/** Everybody whom the operations need, in one workspace. */
export interface Crew {
  readonly admin: TestDevice;
  readonly staff: TestDevice;
  readonly ann: TestDevice;
  readonly ben: TestDevice;
  /** Somebody new, who holds no post yet: a member who may post what they write, or one whose drafts are read first. */
  another(level: 0 | 1): Promise<TestDevice>;
  /** Asks somebody to look again at an answer, as the lot may. */
  ask(mentionId: string, author: TestDevice, reader: TestDevice): Promise<unknown>;
  /** An author asks to be erased, on the public page; gives the request's id. */
  asks(note: string): Promise<string>;
}

/** Named in words that must stand nowhere else. */
export const acmeForum: OperationArgs<"forum.save"> = {
  ...{ address: "https://forum.example", name: "Acme Forum", leastTrust: 1, secret: "an open sesame" },
  ...{ takesTopics: true, takesAccounts: true, key: "a key of the forum" },
};

export async function joinCrew(server: TestServer): Promise<Crew> {
  const workspace = await server.workspace();
  return {
    admin: await server.join(workspace, "admin"),
    staff: await server.join(workspace, "staff"),
    ann: await server.join(workspace, "advocate", 1),
    ben: await server.join(workspace, "advocate", 2),
    another: (level) => server.join(workspace, "advocate", level),
    ask: (mentionId, author, reader) => askToLook(server, mentionId, author, reader),
    asks: async (note) => {
      const body = new URLSearchParams({ site: "x", author: "somebody", note });
      await server.app.request(`/notice/${workspace}`, { method: "POST", body });
      const { rows } = await server.deps.pool.query("SELECT request_id FROM data_requests WHERE workspace_id = $1", [workspace]);
      return rows[0]?.request_id;
    },
  };
}

export const post = (postId: string) => ({ mentionId: `x:${postId}` });

export async function report({ ann }: Crew, postId: string) {
  await ann.run("mention.report", sighting(postId, { excerpt: `Does acme work? ${words}`.slice(0, 280) }));
  return post(postId);
}

/** A post that somebody has taken. */
export async function held(crew: Crew, postId: string, level: 0 | 1 = 1) {
  const by = await crew.another(level);
  const { mentionId } = await report(crew, postId);
  return { by, ref: { mentionId, fence: (await by.run("claim.take", { mentionId })).claim?.fence ?? 0 } };
}

/** A post whose text by a newcomer waits for review. */
export async function inReview(crew: Crew, postId: string) {
  const { by, ref } = await held(crew, postId, 0);
  await by.run("review.request", { ...ref, text: "Hold it." });
  return { by, ref, draft: { mentionId: ref.mentionId, text: "Hold it." } };
}

/** A published answer at which somebody is asked to look again. */
export async function lookedAt(crew: Crew, postId: string) {
  const [{ by, ref }, reader] = [await held(crew, postId), await crew.another(1)];
  await by.run("reply.posted", { ...ref, text: "Hold it.\nI'm an Acme customer", url: null, proof: "confirmed" });
  await crew.ask(ref.mentionId, by, reader);
  return { by, mentionId: ref.mentionId, reader };
}

/** An answer that somebody posted, as another would propose it. */
export async function toPropose(crew: Crew, postId: string, answer: string): Promise<OperationArgs<"knowledge.propose">> {
  const { by, ref } = await held(crew, postId);
  await by.run("reply.posted", { ...ref, text: "Hold it.\nI'm an Acme customer", url: null, proof: "confirmed" });
  return { mentionId: ref.mentionId, item: { lang: "en", title: words, answer } };
}

/** The id of a proposal that waits. */
export async function proposed(crew: Crew, postId: string, answer: string): Promise<string> {
  await crew.ben.run("knowledge.propose", await toPropose(crew, postId, answer));
  return (await crew.admin.run("proposal.list", {})).find((each) => each.answer === answer)?.id ?? "";
}

/** The id of a keyword list in its first version. */
export async function pushedList(admin: TestDevice, listId: string): Promise<string> {
  await admin.run("keywords.push", { listId, name: words.slice(0, 80), baseVersion: 0, entries: [] });
  return listId;
}
