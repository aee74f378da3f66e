import { describe, expect, it } from "vitest";
import { perHour } from "../../../lib/schema/paces.ts";
import { Ledger } from "../../../server/pace/ledger.ts";
import { type CountedAction, PaceKeeper } from "../../../server/pace/pace.ts";
import { correctDoings, countDoings } from "../../../server/store/paces.ts";
import { all } from "../../../server/store/statement.ts";
import { useServer } from "../support.ts";

const server = useServer();
const hour = 3_600_000;

describe("what a server remembers of a member", () => {
  it("is gone with the hour, but for since when there is no room", () => {
    let nowMs = Date.parse("2026-03-02T10:30:00.000Z");
    const ledger = new Ledger(() => new Date(nowMs));
    const known = ledger.of("k");
    known.left = 5;
    known.refused = 2;
    known.closed = { until: new Date(nowMs + hour), window: { done: 1, before: 0 }, limit: 1, waiting: 0 };
    expect(ledger.of("k")).toBe(known);
    expect(ledger.of("other")).toMatchObject({ left: 0, closed: null });
    nowMs += hour;
    expect(ledger.of("k")).toMatchObject({ left: 0, refused: 0, closed: known.closed });
  });
});

describe("a limit", () => {
  const member = { id: "m-nia", role: "advocate", level: 0 } as const;
  const kind = "suggestion.reject" as const;
  const limit = perHour(kind, member);
  const actions = (workspaceId: string, many: number): CountedAction[] =>
    Array.from({ length: many }, () => ({ workspaceId, kind, member }));
  const counted = async (keeper: PaceKeeper, asked: readonly CountedAction[]) => {
    const { refused, keep } = await keeper.count(server().deps.pool, asked, true);
    keep();
    return asked.length - refused.size;
  };

  it("is one for all servers of a database", async () => {
    const workspace = await server().workspace();
    const [one, two] = [new PaceKeeper(server().clock.now), new PaceKeeper(server().clock.now)];
    const done = [await counted(one, actions(workspace, limit - 1)), await counted(two, actions(workspace, limit))];
    const sum = done.reduce((a, b) => a + b);
    // What one of them has counted ahead the other cannot give.
    expect(sum).toBeLessThanOrEqual(limit);
    expect(sum).toBeGreaterThanOrEqual(0.9 * limit);
    await expect(two.one(server().deps.pool, actions(workspace, 1)[0] as CountedAction)).rejects.toMatchObject({ code: "too_many" });
  });

  it("is left as it was by a transaction that was rolled back", async () => {
    const workspace = await server().workspace();
    const keeper = new PaceKeeper(server().clock.now);
    await counted(keeper, actions(workspace, 1));
    const known = await keeper.count(server().deps.pool, actions(workspace, 1), true);
    known.putBack();
    expect(await counted(keeper, actions(workspace, limit))).toBe(limit - 1);
  });

  it("is counted by the hour, the one before this kept; a server whose clock is behind counts into the later", async () => {
    const { pool } = server().deps;
    const workspace = await server().workspace();
    const at = (n: number) => new Date(Date.parse("2026-03-02T10:00:00.000Z") + n * hour);
    const count = async (much: number, when: Date) => {
      const [row] = await all(pool, countDoings, workspace, ["m"], [kind], [much], when);
      return [row?.done, row?.before];
    };
    expect(await count(3, at(0))).toEqual([3, 0]);
    expect(await count(2, at(1))).toEqual([2, 3]);
    expect(await count(4, at(0))).toEqual([6, 3]);
    await all(pool, correctDoings, workspace, "m", kind, 5, 1);
    expect(await count(1, at(1))).toEqual([2, 3]);
    expect(await count(1, at(3))).toEqual([1, 0]);
  });
});
