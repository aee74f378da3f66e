import type { Mention } from "../../../lib/schema/mention.ts";
import type { OtherDevice } from "../../../scripts/demo/steps/device.ts";
import { sighting } from "../../support/samples.ts";

/** Another member's report of a post that was written `minutes` ago; and, unless it is the community's, staff get it. */
export async function report(
  device: OtherDevice,
  postId: string,
  excerpt: string,
  { minutes = 10, forStaff = true }: { readonly minutes?: number; readonly forStaff?: boolean } = {},
): Promise<Mention> {
  const at = excerpt.indexOf("Acme");
  const hits = [{ entryId: "e1", label: "Acme", start: at, end: at + 4, form: "exact" as const, context: [] }];
  const author = { handle: `author${postId}`, name: `Author ${postId}`, verified: false };
  const permalink = `https://x.com/${author.handle}/status/${postId}`;
  const postedAt = new Date(Date.now() - minutes * 60_000).toISOString();
  const post = await device.run("mention.report", sighting(postId, { excerpt, hits, author, permalink, postedAt }));
  return forStaff ? device.run("mention.route", { mentionId: post.id, route: "first_line", note: "" }) : post;
}
