import { describe, expect, it } from "vitest";
import { draftStatuses, mentionStatuses, nextDraftStatuses, nextMentionStatuses } from "../../lib/schema/lifecycle.ts";

describe("the table of moves of a mention", () => {
  it("leads from open to answered by way of a claim", () => {
    expect(nextMentionStatuses.open).toContain("claimed");
    expect(nextMentionStatuses.claimed).toContain("answered");
  });

  it("lets nothing come back that is gone from the site", () => {
    expect(nextMentionStatuses.gone).toEqual([]);
  });

  it("never claims what is answered or dismissed", () => {
    expect(nextMentionStatuses.answered).not.toContain("claimed");
    expect(nextMentionStatuses.dismissed).not.toContain("claimed");
  });

  it("reaches every status from open", () => {
    expect(reachable("open", nextMentionStatuses)).toEqual(new Set(mentionStatuses));
  });
});

describe("the table of moves of a draft", () => {
  it("reaches every status from writing", () => {
    expect(reachable("writing", nextDraftStatuses)).toEqual(new Set(draftStatuses));
  });

  it("never takes back what is posted", () => {
    expect(nextDraftStatuses.posted).toEqual([]);
  });

  it("never posts what was rejected", () => {
    expect(nextDraftStatuses.rejected).not.toContain("posted");
  });
});

function reachable<S extends string>(from: S, table: Record<S, readonly S[]>): Set<S> {
  const seen = new Set<S>([from]);
  for (const status of seen) for (const next of table[status]) seen.add(next);
  return seen;
}
