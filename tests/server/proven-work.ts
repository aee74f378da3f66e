import { sighting, type TestDevice, type TestServer } from "./support.ts";

/** A community in which work is done that proves right: a newcomer's (`nia`), read by a known member (`rob`) and by staff. */
export interface Community {
  readonly admin: TestDevice;
  readonly staff: TestDevice;
  readonly nia: TestDevice;
  readonly rob: TestDevice;
  /** Reports a post, in English unless it is said; gives its id. */
  reported(lang?: "en" | "he"): Promise<string>;
  /** A post that the newcomer would set aside, and staff do; gives its id. */
  agreed(by?: TestDevice, lang?: "en" | "he"): Promise<string>;
  /** A draft of the newcomer's that its readers found good, and that they hold still. */
  approved(): Promise<{ readonly mentionId: string; readonly fence: number; readonly text: string }>;
  /** The same, posted; gives the post's id. */
  answered(): Promise<string>;
  /** The author of the post thanks for the answer. */
  thanked(mentionId: string): Promise<void>;
}

let posts = 0;
const hebrew = "האם האפליקציה של acme עובדת בטאבלט? היא לא נפתחת אצלי מאתמול";

export async function gather(server: TestServer): Promise<Community> {
  const workspace = await server.workspace();
  const admin = await server.join(workspace, "admin");
  const staff = await server.join(workspace, "staff");
  const nia = await server.join(workspace, "advocate", 0);
  const rob = await server.join(workspace, "advocate", 2);
  const reported = async (lang: "en" | "he" = "en") => {
    await rob.run("mention.report", sighting(String(++posts), lang === "he" ? { lang, excerpt: hebrew } : {}));
    return `x:${posts}`;
  };
  const approved = async () => {
    const mentionId = await reported();
    const { claim } = await nia.run("claim.take", { mentionId });
    const held = { mentionId, fence: claim?.fence ?? 0, text: "Hold the button for ten seconds." };
    await nia.run("review.request", held);
    const { fence: _, ...read } = held;
    await rob.run("review.approve", read);
    await staff.run("review.approve", read);
    return held;
  };
  return {
    ...{ admin, staff, nia, rob, reported },
    async agreed(by = nia, lang) {
      const mentionId = await reported(lang);
      await by.run("mention.dismiss", { mentionId, reason: "spam" });
      await staff.run("mention.dismiss", { mentionId, reason: "spam" });
      return mentionId;
    },
    approved,
    async answered() {
      const held = await approved();
      await nia.run("reply.posted", { ...held, url: null, proof: "confirmed" });
      return held.mentionId;
    },
    async thanked(mentionId) {
      const thanks = { excerpt: "Thank you so much, that worked!", url: null, lang: "en" };
      await staff.run("mention.follow_up", { mentionId, postId: `9${mentionId.slice(2)}`, ...thanks });
    },
  };
}
