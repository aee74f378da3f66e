import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import { createDeps, type Deps } from "../../server/deps.ts";
import { sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let admin: TestDevice;
let people: TestDevice[];
let logged: string[];
let deps: Deps;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  people = await Promise.all(Array.from({ length: 6 }, () => server().join(workspace, "advocate")));
  await admin.run("mention.report", sighting("1"));
  logged = [];
  const { models, ...given } = server().deps;
  const broken = {
    ...models,
    get allowedHosts(): never {
      throw new RangeError("nobody thought of this");
    },
  };
  deps = createDeps({ ...given, models: broken, log: (_level, event, fields) => logged.push(`${event} ${fields?.error ?? ""}`) });
});

const setModel = { name: "model.set", args: { address: "https://model.example", model: "m", key: null } };

/** What is answered to an operation of the admin that fails in our own code, and to what others ask at the same moment. */
async function together(): Promise<[string, string[]]> {
  const as = ({ workspaceId, deviceId, memberId }: TestDevice, role: "admin" | "advocate") =>
    ({ workspaceId, id: deviceId, member: { id: memberId, name: "Kim", role, level: 1 }, levels: usualLevelRules }) as const;
  const code = async (device: ReturnType<typeof as>, operation: object) => {
    const [outcome] = await deps.operate(device, [{ id: randomUUID(), ...operation }]);
    return outcome?.ok ? "ok" : (outcome?.error.code ?? "nothing");
  };
  const look = (person: TestDevice) => code(as(person, "advocate"), { name: "mention.look", args: { mentionId: "x:1" } });
  // While the first one is under way the others gather behind it.
  const [first, own, ...others] = await Promise.all([
    ...people.slice(0, 1).map(look),
    code(as(admin, "admin"), setModel),
    ...people.slice(1).map(look),
  ]);
  return [own ?? "nothing", [first ?? "nothing", ...others]];
}

const ok = Array.from({ length: 6 }, () => "ok");

describe("an operation that fails in our own code", () => {
  it("is answered with that, and those that came with it are done", async () => {
    expect(await together()).toEqual(["internal", ok]);
    expect(logged).toContain("failed RangeError");
  });

  it("costs the others a second try once, and then takes a turn of its own for a minute", async () => {
    const failedBatches = () => logged.filter((line) => line.startsWith("batch_failed")).length;
    await together();
    expect(failedBatches()).toBe(1);
    for (let round = 0; round < 5; round++) expect(await together()).toEqual(["internal", ok]);
    expect(failedBatches()).toBe(1);
    server().clock.advance(61_000);
    expect(await together()).toEqual(["internal", ok]);
    expect(failedBatches()).toBe(2);
  });
});
