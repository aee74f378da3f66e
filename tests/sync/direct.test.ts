import { describe, expect, it } from "vitest";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { OperationOutcome } from "../../lib/schema/wire.ts";
import { DirectQueue, unreadResults } from "../../lib/sync/direct.ts";
import { mention } from "../support/samples.ts";

const get = (queue: DirectQueue, id: string) => queue.add(id, "mention.get", { mentionId: "x:1" });
const outcomes = (...all: OperationOutcome[]) => new Map(all.map((each) => [each.id, each]));
const refused = (id: string): OperationOutcome => ({ id, ok: false, error: { code: "not_found", message: "" } });
const code = (promise: Promise<unknown>) => promise.then(() => "none").catch((error: FanswerError) => error.code);

describe("operations that somebody waits for", () => {
  it("get the result that the server gave, or its code", async () => {
    const queue = new DirectQueue();
    const [given, gone] = [get(queue, "a"), get(queue, "b")];
    queue.settle(queue.operations(), outcomes({ id: "a", ok: true, value: mention("1") }, refused("b")));
    expect(await given).toMatchObject({ id: "x:1" });
    expect(await code(gone)).toBe("not_found");
    expect(queue.isEmpty).toBe(true);
  });

  it("have failed when they were sent and not answered; those that came since still wait", async () => {
    const queue = new DirectQueue();
    const first = get(queue, "a");
    const sent = queue.operations();
    const later = get(queue, "b");
    queue.settle(sent, outcomes());
    expect(await code(first)).toBe("server_failed");
    expect(queue.operations().map(({ id }) => id)).toEqual(["b"]);
    queue.settle(queue.operations(), outcomes(refused("b")));
    expect(await code(later)).toBe("not_found");
  });

  it("are sent again under the same id when a request failed, and given up the second time", async () => {
    const queue = new DirectQueue();
    const waiting = get(queue, "a");
    const error = new FanswerError("server_unreachable");
    queue.miss(error, true);
    expect(queue.operations().map(({ id }) => id)).toEqual(["a"]);
    queue.miss(error, true);
    expect(await code(waiting)).toBe("server_unreachable");
    expect(queue.isEmpty).toBe(true);
  });

  it("are given up at once when no second try would help", async () => {
    const queue = new DirectQueue();
    const waiting = get(queue, "a");
    queue.miss(new FanswerError("unauthorized"), false);
    expect(await code(waiting)).toBe("unauthorized");
  });

  it("are refused by themselves, without the others", async () => {
    const queue = new DirectQueue();
    const large = get(queue, "a");
    const sent = queue.operations();
    void get(queue, "b");
    queue.refuse(sent, new FanswerError("too_large"));
    expect(await code(large)).toBe("too_large");
    expect(queue.operations().map(({ id }) => id)).toEqual(["b"]);
  });

  it("were done, but by a later server, where the result cannot be read", async () => {
    const queue = new DirectQueue();
    const waiting = get(queue, "a");
    const answer = outcomes({ id: "a", ok: true, value: { id: "x:1", status: "archived" } });
    const sent = queue.operations();
    expect(unreadResults(sent, answer)).toEqual([expect.stringMatching(/^result of mention\.get /)]);
    queue.settle(sent, answer);
    expect(await code(waiting)).toBe("protocol_old");
  });
});
