import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { isOperationName, type OperationName, operations } from "../../lib/schema/operations.ts";
import type { OperationOutcome } from "../../lib/schema/wire.ts";
import { seeded } from "../../scripts/seeded.ts";
import { drawing } from "../support/draw.ts";
import { everything, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const names = Object.keys(operations) as OperationName[];
/** Of each operation. */
const draws = 24;

let ann: TestDevice;
let admin: TestDevice;
let good = 0;

beforeAll(async () => {
  const workspace = await server().workspace();
  ann = await server().join(workspace, "advocate");
  admin = await server().join(workspace, "admin");
  // No drawn link leads to one of them: erasing its author would take it away.
  for (const postId of ["9001", "9002", "9003"]) await ann.run("mention.report", sighting(postId));
});

const report = () => ({ id: randomUUID(), name: "mention.report", args: sighting(`good-${good++}`) });

/** Drawn arguments, of which many name a mention that is there, and the claim that is on it. */
function aimed(args: unknown, fence: number, random: () => number): unknown {
  if (typeof args !== "object" || args === null || !("mentionId" in args) || random() < 0.3) return args;
  const known = { ...args, mentionId: "x:9001" };
  const held = "fence" in known ? { ...known, fence } : known;
  return "intoId" in held ? { ...held, intoId: "x:9002" } : held;
}

/** What `device` is told of these operations, sent while another device reports good posts, and what that one is told. */
async function sendBeside(device: TestDevice, asked: readonly unknown[]) {
  const since = { epoch: "elsewhere", revision: 0 };
  const [odd, beside] = await Promise.all([device.sync([report(), ...asked, report()], since), ann.sync([report(), report()], since)]);
  return { odd: odd.results.slice(1, -1), good: [odd.results[0], odd.results.at(-1), ...beside.results] };
}

const codes = (outcomes: readonly (OperationOutcome | undefined)[]) =>
  outcomes.map((outcome) => (outcome?.ok ? "ok" : (outcome?.error.code ?? "nothing")));

/** Results that no device could read. */
const unreadable = (name: OperationName, outcomes: readonly OperationOutcome[]) =>
  outcomes.flatMap((outcome) => {
    const read = v.safeParse(operations[name].result as v.GenericSchema, outcome.ok ? outcome.value : null);
    return outcome.ok ? (read.issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) : [];
  });

describe("whatever the form of an operation lets through", () => {
  it.each(names)("is done or refused for what it is, and costs nobody else anything: %s", async (name) => {
    for (const seed of [11, 12]) {
      const random = seeded(seed);
      const draw = drawing(random);
      const fence = (await admin.run("mention.get", { mentionId: "x:9001" })).claim?.fence ?? (await claimed());
      const asked = Array.from({ length: draws }, () => ({
        id: randomUUID(),
        name,
        args: aimed(draw(operations[name].args as v.GenericSchema), fence, random),
      }));
      const { odd, good } = await sendBeside(admin, asked);
      const failed = asked.filter((_, place) => ["server_failed", "internal", "nothing"].includes(codes(odd)[place] ?? ""));
      expect(failed).toEqual([]);
      expect(codes(good)).toEqual(["ok", "ok", "ok", "ok"]);
      expect(unreadable(name, odd)).toEqual([]);
    }
  });

  /** Puts the mention into the hands of the admin, wherever the last draws left it. */
  async function claimed(): Promise<number> {
    await admin.run("mention.reopen", { mentionId: "x:9001" }).catch(() => {});
    const taken = await admin.run("claim.take", { mentionId: "x:9001" }).catch(() => null);
    return taken?.claim?.fence ?? 1;
  }

  it("can be read by every device afterwards", async () => {
    for (const device of [ann, admin]) {
      const { changes } = await everything(device);
      expect(changes.length).toBeGreaterThan(100);
    }
  });
});

it("every operation is drawn", () => {
  expect(names.filter(isOperationName)).toEqual(names);
});
