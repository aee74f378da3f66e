import { i18n } from "#i18n";
import { firstAnswerMs } from "../../lib/schema/lifecycle.ts";
import { type Mention, mentionId, type Sighting } from "../../lib/schema/mention.ts";
import { untouched } from "../../lib/schema/untouched.ts";

const postId = "1900000000000000001";
const brand = "Acme";

/** An invented post as a device would report it; `nowMs` in epoch ms. */
export function exampleSighting(nowMs: number): Sighting {
  const text = i18n.t("welcome.exampleText");
  const lang = i18n.t("ui.language");
  const start = text.indexOf(brand);
  return {
    site: "x",
    postId,
    permalink: `https://x.com/dana_kestrel/status/${postId}`,
    author: { handle: "dana_kestrel", name: "Dana Kestrel", verified: false },
    excerpt: text,
    partial: false,
    lang,
    postedAt: new Date(nowMs - 48 * 60_000).toISOString(),
    isReply: false,
    counts: { replies: 0, reposts: 1, likes: 4, views: 2134 },
    hits: [{ entryId: "example", label: brand, start, end: start + brand.length, form: "exact", context: [] }],
    triage: {
      lang,
      sentiment: -0.2,
      sentimentLabel: "neutral",
      anger: 0.08,
      urgency: 0.3,
      technical: 0.41,
      complaint: 0.2,
      threat: 0,
      hazard: "none",
      danger: 0,
      answerability: 0.9,
      kind: "question",
      reach: 2,
      priority: 64,
      route: "community",
      reasons: [
        { code: "request", words: [i18n.t("welcome.exampleWord")], value: null },
        { code: "unanswered", words: [], value: 0 },
        { code: "reach", words: [], value: 2134 },
      ],
    },
  };
}

/** The mention that the example becomes in a workspace. */
export function exampleMention(nowMs: number): Mention {
  const { counts, hits, isReply, ...sighting } = exampleSighting(nowMs);
  return {
    ...sighting,
    id: mentionId("x", postId),
    firstSeenAt: new Date(nowMs - 40 * 60_000).toISOString(),
    dueAt: new Date(nowMs - 48 * 60_000 + firstAnswerMs).toISOString(),
    labels: hits.map(({ label }) => label),
    status: "open",
    route: "community",
    ...untouched,
    revision: 1,
  };
}
