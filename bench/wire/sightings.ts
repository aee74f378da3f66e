import { randomUUID } from "node:crypto";
import { limits, protocolVersion } from "../../lib/schema/wire.ts";
import type { Chance } from "../kit/numbers.ts";
import type { Replica } from "./replica.ts";

const atOnce = 6;

const texts = [
  "Does the acme app work on tablets? Mine lost the pairing after the update and only blinks since.",
  "My Acme earbuds died after three weeks, third time I ask, this is ridiculous. I want a refund now!",
  "The acme charger makes a noise when the cable is plugged in, firmware 2.4.1, error 17 in the log.",
  "Love my new acme earbuds, thank you so much",
];

/** A request that reports as many new posts as fit, numbered from `from`. */
export function batchOf(chance: Chance, from: number): string {
  const operations = Array.from({ length: limits.operations }, (_, n) => ({
    id: randomUUID(),
    name: "mention.report",
    args: {
      site: "x",
      postId: String(from + n),
      permalink: `https://x.com/someone/status/${from + n}`,
      author: { handle: "someone", name: "Some One", verified: false },
      excerpt: chance.pick(texts),
      partial: false,
      lang: "en",
      postedAt: new Date().toISOString(),
      isReply: false,
      counts: { replies: 0, reposts: 1, likes: chance.between(0, 900), views: chance.between(0, 90_000) },
      hits: [{ entryId: "brand", label: "Acme", start: 3, end: 7, form: "exact", context: [] }],
      triage: {
        ...{ lang: "en", sentiment: 0, sentimentLabel: "neutral", anger: 0, urgency: 0, technical: 0, complaint: 0 },
        ...{ kind: "question", reach: 0, priority: 10, route: "community", reasons: [] },
      },
    },
  }));
  // Standing ahead of the workspace, so that only the ingest is measured and not the way back of what was sent.
  return JSON.stringify({ protocol: protocolVersion, since: { epoch: "first", revision: Number.MAX_SAFE_INTEGER }, operations });
}

/** Sends each request by a device of its own, a few at once; gives the sightings per second. */
export async function ingest({ app }: Replica, workspace: string, bodies: readonly string[]): Promise<number> {
  const begun = performance.now();
  const left = bodies.entries();
  const send = async () => {
    for (const [n, body] of left) {
      const headers = { "content-type": "application/json", authorization: `Bearer ${workspace}.secret${n}` };
      const text = await (await app.request("/v1/sync", { method: "POST", headers, body })).text();
      if (text.includes('"ok":false')) throw new Error(text.slice(0, 300));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  return (bodies.length * limits.operations * 1000) / (performance.now() - begun);
}
