import { describe, expect, it } from "vitest";
import { lease } from "../../lib/schema/lifecycle.ts";
import { mentionsOf, sighting, useServer } from "./support.ts";

const server = useServer();

describe("advocates who race for one claim", () => {
  it("have one winner in every round, and the number rises by one", async () => {
    const workspace = await server().workspace();
    const racers = await Promise.all(Array.from({ length: 6 }, () => server().join(workspace, "advocate")));
    const [first] = racers;
    await first?.run("mention.report", sighting("1"));
    for (let round = 1; round <= 60; round++) {
      const outcomes = await Promise.allSettled(racers.map((racer) => racer.run("claim.take", { mentionId: "x:1" })));
      const won = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
      const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
      expect(won.map(({ claim }) => claim?.fence)).toEqual([round]);
      expect(lost).toEqual(Array(racers.length - 1).fill("lease_held"));
      server().clock.advance(lease.silenceMs);
    }
  });

  it("get different posts when they ask for the next best, and every post once", async () => {
    const workspace = await server().workspace();
    const racers = await Promise.all(Array.from({ length: 8 }, () => server().join(workspace, "staff")));
    const [first] = racers;
    if (!first) throw new Error("nobody races");
    await first.sync(
      Array.from({ length: 60 }, (_, n) => ({ id: crypto.randomUUID(), name: "mention.report", args: sighting(String(n)) })),
    );
    const taken = (
      await Promise.all(
        racers.map(async (racer) => {
          const ids: string[] = [];
          for (;;) {
            const next = await racer.run("claim.next", { languages: [] }).catch(({ code }: { code: string }) => code);
            if (next === "claim_limit") return ids;
            // Others hold the locks of all that is left for a moment.
            if (typeof next !== "string") ids.push(next.id);
            if (next === "queue_empty" && [...(await mentionsOf(racer)).values()].every(({ status }) => status === "claimed")) return ids;
          }
        }),
      )
    ).flat();
    expect(taken.length).toBe(60);
    expect(new Set(taken).size).toBe(60);
  });
});
