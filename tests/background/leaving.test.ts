// @vitest-environment node
import { expect, it } from "vitest";
import type { WorkerContext } from "../../lib/background/context.ts";
import { leave } from "../../lib/background/leaving.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { getMeta } from "../../lib/store/meta.ts";
import { joinedStore } from "../support/store.ts";

/** What is left of the account after leaving, where the server refuses with `code`. */
async function left(what: "community" | "device", code: FanswerError["code"]) {
  const store = await joinedStore();
  const ask = async () => {
    throw new FanswerError(code);
  };
  const thrown = await leave({ store, ask } as unknown as WorkerContext, what, "op-1").then(
    () => null,
    (error: FanswerError) => error.code,
  );
  return { thrown, isLeft: (await getMeta(store, "account")) === undefined };
}

it.each(["community", "device"] as const)("the last one who manages people keeps the %s", async (what) => {
  expect(await left(what, "last_admin")).toEqual({ thrown: "last_admin", isLeft: false });
});

it("a paused member cannot leave the community, and may clear the device", async () => {
  expect(await left("community", "member_paused")).toEqual({ thrown: "member_paused", isLeft: false });
  expect(await left("device", "member_paused")).toEqual({ thrown: null, isLeft: true });
});
