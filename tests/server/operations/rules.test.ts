import { describe, expect, it } from "vitest";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { lease } from "../../../lib/schema/lifecycle.ts";
import type { OperationCall } from "../../../server/operations/call.ts";
import {
  checkDraftMove,
  checkFence,
  checkHolder,
  checkMove,
  checkRoute,
  isHeld,
  letGo,
  refusalOf,
  statusAt,
} from "../../../server/operations/rules.ts";
import { deviceOf, mentionRow, rowAt } from "../rows.ts";

const ms = (by: number) => new Date(rowAt.getTime() + by);
const claimed = mentionRow({ status: "claimed", holder: "m-ann", fence: 3, claim_expires_at: ms(lease.lengthMs), claim_seen_at: rowAt });
const asked = (member: Parameters<typeof deviceOf>[0], at = rowAt) => ({ device: deviceOf(member), at }) as OperationCall;
const codeOf = (check: () => void) => refusalOf(check)?.code ?? null;

describe("a claim", () => {
  it.each([
    ["just taken", 0, true],
    ["a moment before its holder is silent too long", lease.silenceMs - 1, true],
    ["when its holder is silent too long", lease.silenceMs, false],
  ])("%s: held is %#", (_, after, held) => {
    expect(isHeld(claimed, ms(after))).toBe(held);
    expect(statusAt(claimed, ms(after))).toBe(held ? "claimed" : "open");
  });

  it("holds nothing when its lease ends, however lately its holder was heard", () => {
    const heard = { ...claimed, claim_seen_at: ms(lease.lengthMs) };
    expect([isHeld(heard, ms(lease.lengthMs - 1)), isHeld(heard, ms(lease.lengthMs))]).toEqual([true, false]);
    expect(statusAt({ ...heard, route: "first_line" }, ms(lease.lengthMs))).toBe("escalated");
  });

  it("that ends leaves route and note as they were", () => {
    const row = { ...claimed, route: "second_line", note: "a refund", note_by: "m-sam", routed_by_person: true } as const;
    expect(letGo(row, "w1", rowAt, 7)).toEqual({
      workspaceId: "w1",
      mentionId: "x:1",
      status: "escalated",
      route: "second_line",
      byPerson: true,
      note: "a refund",
      noteBy: "m-sam",
      at: rowAt,
      revision: 7,
    });
  });
});

describe("what is refused", () => {
  it("is a move that the table of moves does not have; to stay is none", () => {
    expect(codeOf(() => checkMove("gone", "open"))).toBe("move_not_allowed");
    expect(codeOf(() => checkMove("gone", "gone"))).toBeNull();
    expect(codeOf(() => checkMove("open", "answered"))).toBeNull();
    expect(codeOf(() => checkDraftMove("posted", "writing"))).toBe("move_not_allowed");
    expect(codeOf(() => checkDraftMove("writing", "in_review"))).toBeNull();
  });

  it("is an advocate at a post that is with staff", () => {
    const row = mentionRow({ route: "first_line" });
    expect(codeOf(() => checkRoute(asked({ role: "advocate" }), row))).toBe("forbidden");
    expect(codeOf(() => checkRoute(asked({ role: "staff" }), row))).toBeNull();
    expect(codeOf(() => checkRoute(asked({ role: "advocate" }), mentionRow()))).toBeNull();
  });

  it("is whoever is neither staff nor the holder, while it is held", () => {
    expect(codeOf(() => checkHolder(asked({ id: "m-ben" }), claimed))).toBe("lease_held");
    expect(codeOf(() => checkHolder(asked({ id: "m-ann" }), claimed))).toBeNull();
    expect(codeOf(() => checkHolder(asked({ id: "m-sam", role: "staff" }), claimed))).toBeNull();
    expect(codeOf(() => checkHolder(asked({ id: "m-ben" }, ms(lease.silenceMs)), claimed))).toBeNull();
  });

  it("is a write under an older fence, or by another member; not one after the lease has run out", () => {
    expect(codeOf(() => checkFence(asked({ id: "m-ann" }), claimed, 3))).toBeNull();
    expect(codeOf(() => checkFence(asked({ id: "m-ann" }, ms(lease.lengthMs * 2)), claimed, 3))).toBeNull();
    expect(codeOf(() => checkFence(asked({ id: "m-ann" }), claimed, 2))).toBe("lease_lost");
    expect(codeOf(() => checkFence(asked({ id: "m-ben" }), claimed, 3))).toBe("lease_lost");
  });

  it("is told as an error of ours alone: a fault goes on", () => {
    const full = new FanswerError("full");
    const fails = (thrown: Error) => () => {
      throw thrown;
    };
    expect(refusalOf(fails(full))).toBe(full);
    expect(() => refusalOf(fails(new TypeError("a fault")))).toThrow("a fault");
  });
});
