import type { Mention } from "../../lib/schema/mention.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { overruled } from "../../lib/triage/overrules.ts";
import { minutesSince } from "../../lib/triage/priority.ts";
import { triage } from "../../lib/triage/triage.ts";
import type { Move } from "./effect.tsx";

const nothingSeen = { replies: null, reposts: null, likes: null, views: null };

/** A text scored by settings that are not live yet. */
export function scoreText(text: string, nowMs: number, settings: TriageSettings, model: TriageModel | null): Triage {
  return triage({ text, lang: null, counts: nothingSeen, verified: null, postedAt: null }, nowMs, settings, model);
}

/** Where posts would go by these settings, of those that they would send elsewhere. What a device cannot see (counts) moves no route. */
export function movesOf(mentions: readonly Mention[], live: TriageSettings, next: TriageSettings, model: TriageModel | null): Move[] {
  const routeBy = (settings: TriageSettings, { excerpt, lang, author, postedAt, firstSeenAt, overrules }: Mention) => {
    const atMs = Date.parse(firstSeenAt);
    const scored = triage({ text: excerpt, lang, counts: nothingSeen, verified: author.verified, postedAt }, atMs, settings, model);
    return overruled(scored, overrules, minutesSince(postedAt, atMs), settings).route;
  };
  return mentions.flatMap((mention) => {
    const [from, to] = [routeBy(live, mention), routeBy(next, mention)];
    return from === to ? [] : [{ mention, from, to }];
  });
}
