import { beforeEach, describe, expect, it } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { everything, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let ada: TestDevice;
let ann: TestDevice;

const { version: _, ...usual } = defaultTriageSettings;
const refused = (code: string) => ({ code });
const own = { ...usual, words: { urgency: ["recall notice"], technical: ["widget bus"], anger: [] } };

beforeEach(async () => {
  const workspace = await server().workspace();
  ada = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
});

describe("the workspace's triage", () => {
  it("begins as usual, and reaches the devices when it is changed", async () => {
    const before = await everything(ann);
    const workspaces = (changes: (typeof before)["changes"]) => changes.flatMap((each) => (each.kind === "workspace" ? [each.value] : []));
    expect(workspaces(before.changes)).toMatchObject([{ triage: defaultTriageSettings, calibration: null }]);
    expect(await ada.run("triage.push", { baseVersion: 0, settings: own })).toMatchObject({ triage: { ...own, version: 1 } });
    expect(workspaces((await everything(ann, before.cursor)).changes)).toMatchObject([{ triage: { ...own, version: 1 } }]);
  });

  it("scores what is reported from then on", async () => {
    const recall = { excerpt: "Got a recall notice from acme" };
    const calm = await ann.run("mention.report", sighting("1", recall));
    await ada.run("triage.push", { baseVersion: 0, settings: own });
    const pressing = await ann.run("mention.report", sighting("2", recall));
    expect(pressing.triage.urgency).toBeGreaterThan(calm.triage.urgency + 0.4);
    expect(await ann.run("mention.report", sighting("3", { excerpt: "acme and the widget bus" }))).toMatchObject({ route: "second_line" });
    expect(await ann.run("claim.next", { languages: [] })).toMatchObject({ id: "x:2" });
  });

  it("scores by what was pushed a moment before in the same request", async () => {
    const { results } = await ada.sync([
      { id: crypto.randomUUID(), name: "triage.push", args: { baseVersion: 0, settings: own } },
      { id: crypto.randomUUID(), name: "mention.report", args: sighting("1", { excerpt: "acme and the widget bus" }) },
    ]);
    expect(results).toMatchObject([{ ok: true }, { ok: true, value: { route: "second_line" } }]);
  });

  it("is pushed by an admin, on the version that is live, with words that can be met", async () => {
    await expect(ann.run("triage.push", { baseVersion: 0, settings: own })).rejects.toMatchObject(refused("forbidden"));
    await ada.run("triage.push", { baseVersion: 0, settings: usual });
    await expect(ada.run("triage.push", { baseVersion: 0, settings: own })).rejects.toMatchObject(refused("settings_stale"));
    const bad = { ...own, words: { ...own.words, anger: ["!!!"] } };
    await expect(ada.run("triage.push", { baseVersion: 1, settings: bad })).rejects.toMatchObject(refused("malformed"));
    const outside = { ...usual, thresholds: { ...usual.thresholds, anger: { value: 0.5, least: 0.6, most: 0.8 } } };
    await expect(ada.run("triage.push", { baseVersion: 1, settings: outside })).rejects.toMatchObject(refused("malformed"));
    await expect(ada.run("triage.push", { baseVersion: 1, settings: { ...usual, patienceMinutes: 5 } })).rejects.toMatchObject(
      refused("malformed"),
    );
  });
});
