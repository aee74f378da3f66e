import type { Hit } from "../../schema/keywords.ts";
import type { Sighting } from "../../schema/mention.ts";
import type { Post } from "../../schema/post.ts";
import type { TriageSettings } from "../../schema/triage-settings.ts";
import { withKeywordReason } from "../../triage/keyword-reason.ts";
import type { TriageModel } from "../../triage/model/asset.ts";
import { triage } from "../../triage/triage.ts";
import { excerptOf } from "./excerpt.ts";

/** What of a post goes to the server, scored at `atMs`. */
export function sightingOf(post: Post, hits: readonly Hit[], atMs: number, settings: TriageSettings, model: TriageModel | null): Sighting {
  const { site, permalink, lang, postedAt, isReply, partial, counts, author, text } = post;
  return {
    ...{ site, permalink, lang, postedAt, isReply, partial, counts, author },
    postId: post.id ?? "",
    ...excerptOf(text, hits),
    triage: scoredPost(post, hits, atMs, settings, model),
  };
}

/** How pressing a post is, with the keywords that stand in it among the reasons. */
export function scoredPost(
  { text, lang, counts, author, postedAt }: Post,
  hits: readonly Hit[],
  atMs: number,
  settings: TriageSettings,
  model: TriageModel | null,
) {
  return withKeywordReason(
    triage({ text, lang, counts, verified: author.verified, postedAt, names: hits }, atMs, settings, model),
    text,
    hits,
  );
}
