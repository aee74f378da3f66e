import { beforeEach, describe, expect, it } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { readConfig } from "../../server/config.ts";
import { calibrateWorkspace } from "../../server/jobs/calibrate.ts";
import { refitWorkspace } from "../../server/jobs/refit.ts";
import { rescoreWorkspace } from "../../server/jobs/rescore.ts";
import { all } from "../../server/store/statement.ts";
import { putVerdict } from "../../server/store/verdicts.ts";
import { refitNow } from "../../server/tasks/refit.ts";
import { angry, everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let ada: TestDevice;
let ann: TestDevice;
let sam: TestDevice;

const { version: _, ...usual } = defaultTriageSettings;
const day = 24 * 60 * 60_000;
const never = new AbortController().signal;
const report = (id: string, excerpt: string) => ann.run("mention.report", sighting(id, { excerpt }));

beforeEach(async () => {
  const workspace = await server().workspace();
  ada = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate");
  sam = await server().join(workspace, "staff");
});

async function workspaceNow() {
  const { changes } = await everything(ann);
  const [found] = changes.flatMap((change) => (change.kind === "workspace" ? [change.value] : []));
  if (!found) throw new Error("no workspace");
  return found;
}

async function answer(device: TestDevice, mentionId: string) {
  const { claim } = await device.run("claim.take", { mentionId });
  await device.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text: "Sorry to hear.", url: null, proof: "confirmed" });
}

describe("the calibration", () => {
  it("is counted from what staff said and answered, and reaches the devices when it changed", async () => {
    for (const id of ["1", "2", "3", "4"]) await report(id, angry);
    await report("5", "How do I pair my acme buds?");
    await answer(sam, "x:1");
    await sam.run("mention.overrule", { mentionId: "x:2", field: "anger", value: 0 });
    await sam.run("mention.route", { mentionId: "x:3", route: "community", note: "" });
    await sam.run("mention.overrule", { mentionId: "x:5", field: "anger", value: 1 });
    await calibrateWorkspace(server().deps, ann.workspaceId);
    const { calibration } = await workspaceNow();
    expect(calibration?.tallies.anger).toEqual({ right: 1, answered: 1, wrong: 2, missed: 1 });
    const { cursor } = await everything(ann);
    await calibrateWorkspace(server().deps, ann.workspaceId);
    expect((await everything(ann, cursor)).changes).toEqual([]);
  });

  it("follows what is taken back, and forgets what is long ago", async () => {
    await report("1", angry);
    await sam.run("mention.overrule", { mentionId: "x:1", field: "anger", value: 0 });
    await calibrateWorkspace(server().deps, ann.workspaceId);
    expect((await workspaceNow()).calibration?.tallies.anger).toMatchObject({ wrong: 1 });
    await sam.run("mention.overrule", { mentionId: "x:1", field: "anger", value: null });
    await calibrateWorkspace(server().deps, ann.workspaceId);
    expect((await workspaceNow()).calibration?.tallies.anger).toMatchObject({ wrong: 0 });
    await sam.run("mention.overrule", { mentionId: "x:1", field: "anger", value: 0 });
    server().clock.advance(91 * day);
    await calibrateWorkspace(server().deps, ann.workspaceId);
    expect((await workspaceNow()).calibration?.tallies.anger).toMatchObject({ wrong: 0 });
  });

  it("is counted of danger too", async () => {
    await report("1", "The acme kettle caught fire and the kitchen is full of smoke");
    await report("2", "How do I pair my acme buds?");
    await sam.run("mention.overrule", { mentionId: "x:1", field: "hazard", value: "none" });
    await sam.run("mention.overrule", { mentionId: "x:2", field: "hazard", value: "fraud" });
    await calibrateWorkspace(server().deps, ann.workspaceId);
    expect((await workspaceNow()).calibration?.tallies.danger).toEqual({ right: 0, answered: 0, wrong: 1, missed: 1 });
  });

  it("hears nothing from an advocate's answer", async () => {
    await report("1", "How do I pair my acme buds?");
    await answer(ann, "x:1");
    await calibrateWorkspace(server().deps, ann.workspaceId);
    expect((await workspaceNow()).calibration).toBeNull();
  });
});

describe("new settings", () => {
  const push = (baseVersion: number, change: Partial<TriageSettings>) =>
    ada.run("triage.push", { baseVersion, settings: { ...usual, ...change } });

  it("score what waits anew, within a page or many, and leave what people said and what is closed", async () => {
    for (const id of ["1", "2", "3", "4"]) await report(id, "Got a recall notice from acme");
    await sam.run("mention.overrule", { mentionId: "x:2", field: "urgency", value: 0.3 });
    await sam.run("mention.dismiss", { mentionId: "x:4", reason: "spam" });
    const before = await mentionsOf(ann);
    await push(0, { words: { urgency: ["recall notice"], technical: [], anger: [] }, patienceMinutes: 240 });
    await rescoreWorkspace(server().deps, ann.workspaceId, never);
    const after = await mentionsOf(ann);
    expect(after.get("x:1")?.triage.urgency).toBeGreaterThan(0.5);
    expect(after.get("x:2")?.triage).toMatchObject({ urgency: 0.3, priority: before.get("x:2")?.triage.priority });
    expect(after.get("x:4")).toEqual(before.get("x:4"));
    expect(await sam.run("mention.overrule", { mentionId: "x:2", field: "urgency", value: null })).toMatchObject({
      triage: after.get("x:1")?.triage,
    });
    const { cursor } = await everything(ann);
    await rescoreWorkspace(server().deps, ann.workspaceId, never);
    expect((await everything(ann, cursor)).changes).toEqual([]);
  });

  it("send to staff what now belongs there, and nobody's work away from them", async () => {
    await report("1", "acme and the widget bus");
    await report("2", "acme and the widget bus again");
    await ann.run("claim.take", { mentionId: "x:2" });
    await push(0, { words: { urgency: [], technical: ["widget bus"], anger: [] } });
    await rescoreWorkspace(server().deps, ann.workspaceId, never);
    const after = await mentionsOf(sam);
    expect(after.get("x:1")).toMatchObject({ status: "escalated", route: "second_line" });
    expect(after.get("x:2")).toMatchObject({ status: "claimed", route: "community" });
    await push(1, {});
    await rescoreWorkspace(server().deps, ann.workspaceId, never);
    expect((await mentionsOf(sam)).get("x:1")).toMatchObject({ status: "escalated", route: "second_line" });
  });
});

describe("the nightly refit", () => {
  /** Verdicts as a busy quarter would leave them. */
  async function said(count: number, score: number, holds: boolean) {
    const sent = score >= 0.6;
    for (let n = 0; n < count; n++) {
      const { id } = await report(`${score}-${holds}-${n}`, "acme");
      await all(server().deps.pool, putVerdict, {
        workspaceId: ann.workspaceId,
        mentionId: id,
        cause: "anger",
        score,
        sent,
        holds,
        source: "said",
        at: server().clock.now(),
      });
    }
  }

  it("moves a threshold once a night, however many ask, and says what it did", async () => {
    await said(15, 0.62, false);
    await said(16, 0.9, true);
    const nights = await Promise.allSettled([1, 2, 3].map(() => refitWorkspace(server().deps, ann.workspaceId)));
    const done = nights.flatMap((night) => (night.status === "fulfilled" && night.value.thresholds ? [night.value] : []));
    expect(done).toMatchObject([
      { thresholds: { anger: { from: 0.6, to: 0.63, samples: 31 }, threat: { from: 0.5, to: 0.5, samples: 0 } } },
    ]);
    expect((await workspaceNow()).triage).toMatchObject({ version: 1, thresholds: { anger: { value: 0.63, least: 0.45, most: 0.8 } } });
    server().clock.advance(day);
    expect(await refitWorkspace(server().deps, ann.workspaceId)).toMatchObject({ thresholds: { anger: { from: 0.63, to: 0.63 } } });
    expect((await workspaceNow()).triage.version).toBe(1);
  }, 60_000);

  it("does nothing where an admin has turned it off", async () => {
    await ada.run("triage.push", { baseVersion: 0, settings: { ...usual, refit: false } });
    expect(await refitWorkspace(server().deps, ann.workspaceId)).toMatchObject({ thresholds: null });
  });

  it("runs by hand for the whole database", async () => {
    const { options } = server().deps.pool as unknown as { options: { connectionString: string } };
    const config = { ...readConfig({}, ["--refit"]), databaseUrl: options.connectionString };
    const run = async () => {
      const refits = await refitNow(config, server().clock.now, () => {}, never);
      return refits.find(({ workspace }) => workspace === ann.workspaceId);
    };
    expect(await run()).toMatchObject({ thresholds: { anger: { samples: 0 } } });
    expect(await run()).toMatchObject({ thresholds: null });
  });
});
