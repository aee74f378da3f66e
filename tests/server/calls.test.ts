import { beforeEach, describe, expect, it } from "vitest";
import { usualChoices } from "../../lib/schema/alert-choices.ts";
import { waveMs, waveSizes } from "../../server/alerts/whom.ts";
import { callMembers } from "../../server/jobs/calls.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { everything, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const choices = { ...usualChoices("Europe/Oslo"), quiet: null };

let workspace: string;
let reporter: TestDevice;
let members: TestDevice[];

beforeEach(async () => {
  workspace = await server().workspace();
  reporter = await server().join(workspace, "advocate");
  members = [];
  for (let n = 0; n < 5; n += 1) members.push(await server().join(workspace, "advocate", 1));
  for (const member of members) await member.run("alerts.choose", { choices });
});

const round = () => callMembers(server().deps, workspace, Math.random);
const profileOf = async (device: TestDevice) => {
  const { changes } = await everything(device);
  const own = changes.findLast((change) => change.kind === "member" && change.value.id === device.memberId);
  return own?.kind === "member" ? own.value.profile : undefined;
};
const callsOf = async (device: TestDevice) => (await profileOf(device))?.calls?.map(({ kind, mentionId }) => `${kind} ${mentionId}`) ?? [];
const called = async () => (await Promise.all(members.map(callsOf))).filter((calls) => calls.length > 0);

describe("a post", () => {
  it("calls few members, each once, and more every five minutes while nobody takes it", async () => {
    await reporter.run("mention.report", sighting("1"));
    await round();
    await round();
    expect(await called()).toEqual(Array.from({ length: waveSizes[0] }, () => ["post x:1"]));
    server().clock.advance(waveMs);
    await round();
    expect(await called()).toEqual(members.map(() => ["post x:1"]));
  });

  it("calls nobody who said nothing of alerts, who takes a break, or who has it", async () => {
    for (const member of members.slice(2)) await member.run("alerts.choose", { choices: null });
    await members[1]?.run("away.begin", { until: null });
    await reporter.run("mention.report", sighting("1"));
    await round();
    expect(await called()).toEqual([["post x:1"]]);
    expect(await callsOf(reporter)).toEqual([]);
  });

  it("calls nobody once somebody has it, nor when the workspace wants no such alerts", async () => {
    const admin = await server().join(workspace, "admin");
    await admin.run("alerts.rules", { off: ["post"], chats: [] });
    await reporter.run("mention.report", sighting("1"));
    await round();
    await admin.run("alerts.rules", { off: [], chats: [] });
    await reporter.run("claim.take", { mentionId: "x:1" });
    await round();
    expect(await called()).toEqual([]);
  });

  it("calls no member twice when two servers do it at the same moment", async () => {
    await reporter.run("mention.report", sighting("1"));
    await Promise.all([round(), round(), round()]);
    expect(await called()).toHaveLength(waveSizes[0]);
  });

  it("of a thousand calls nobody more often than they want in an hour", async () => {
    for (let n = 0; n < 40; n += 1) await reporter.run("mention.report", sighting(`many${n}`));
    for (let n = 0; n < 5; n += 1) await round();
    const counts = (await Promise.all(members.map(callsOf))).map((calls) => calls.length);
    expect(counts).toEqual(members.map(() => choices.perHour));
  });

  it("is told to nobody but who is called", async () => {
    const staff = await server().join(workspace, "staff");
    await reporter.run("mention.report", sighting("1"));
    await round();
    const [one] = await called();
    expect(one).toBeDefined();
    expect(JSON.stringify((await everything(staff)).changes)).not.toMatch(/"calls":\[\{|"quiet"/);
  });
});

describe("a newcomer's draft", () => {
  it("calls readers, not its author, nor newcomers", async () => {
    const newcomer = await server().join(workspace, "advocate", 0);
    const other = await server().join(workspace, "advocate", 0);
    for (const each of [newcomer, other]) await each.run("alerts.choose", { choices });
    await reporter.run("mention.report", sighting("1"));
    const { claim } = await newcomer.run("claim.take", { mentionId: "x:1" });
    await newcomer.run("review.request", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Hold it." });
    await round();
    expect(await called()).toEqual(Array.from({ length: waveSizes[0] }, () => ["review x:1"]));
    expect([await callsOf(newcomer), await callsOf(other)]).toEqual([[], []]);
  });
});

describe("what is kept of who wants alerts", () => {
  const kept = async (device: TestDevice) =>
    (
      await server().deps.pool.query("SELECT alerts, hours FROM members WHERE workspace_id = $1 AND member_id = $2", [
        workspace,
        device.memberId,
      ])
    ).rows[0];

  it("is in how many hours they did something, each hour once, and nothing of others", async () => {
    const [one] = members as [TestDevice];
    const act = (device: TestDevice) => device.run("mention.report", sighting(`h${Math.random()}`));
    await act(one);
    await act(one);
    await act(reporter);
    server().clock.advance(3_600_000);
    await act(one);
    const { hours } = await kept(one);
    const hour = server().clock.now().getUTCHours();
    expect(hours).toHaveLength(24);
    expect([hours[hour - 1], hours[hour]]).toEqual([1, 1]);
    expect(hours.reduce((sum: number, each: number) => sum + each, 0)).toBe(2);
    expect(await kept(reporter)).toEqual({ alerts: null, hours: null });
  });

  it("fades: of sixty hours all are halved", async () => {
    const [one] = members as [TestDevice];
    await server().deps.pool.query("UPDATE members SET hours = array_fill(59::smallint, ARRAY[24]) WHERE workspace_id = $1", [workspace]);
    await one.run("mention.report", sighting("fades"));
    const { hours } = await kept(one);
    expect(hours[server().clock.now().getUTCHours()]).toBe(30);
    expect(hours[(server().clock.now().getUTCHours() + 5) % 24]).toBe(29);
  });

  it("goes when they want no more alerts, and when they leave", async () => {
    const [one, two] = members as [TestDevice, TestDevice];
    for (const each of [one, two]) await each.run("mention.report", sighting(`g${each.memberId}`));
    await one.run("alerts.choose", { choices: null });
    expect(await kept(one)).toEqual({ alerts: null, hours: null });
    await two.run("member.leave", {});
    expect(await kept(two)).toEqual({ alerts: null, hours: null });
    const { rows } = await server().deps.pool.query("SELECT 1 FROM calls WHERE workspace_id = $1 AND member_id = $2", [
      workspace,
      two.memberId,
    ]);
    expect(rows).toEqual([]);
  });

  it("is who was called, for a day", async () => {
    await reporter.run("mention.report", sighting("1"));
    await round();
    server().clock.advance(25 * 3_600_000);
    await purgeWorkspace(server().deps, workspace);
    expect(await called()).toEqual([]);
  });

  it("is what they chose, on all their devices", async () => {
    const [one] = members as [TestDevice];
    await one.run("alerts.choose", { choices: { ...choices, off: ["thanks"], perHour: 2 } });
    expect((await profileOf(one))?.alerts).toEqual({ ...choices, off: ["thanks"], perHour: 2 });
    await expect(one.run("alerts.choose", { choices: { ...choices, zone: "Mars/Olympus" } })).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("what the workspace says of alerts", () => {
  it("is for who manages rules to change, and comes to every device", async () => {
    await expect(reporter.run("alerts.rules", { off: [], chats: [] })).rejects.toMatchObject({ code: "forbidden" });
    const admin = await server().join(workspace, "admin");
    const { alerts } = await admin.run("alerts.rules", { off: ["drift"], chats: ["danger"] });
    expect(alerts).toEqual({ off: ["drift"], chats: ["danger"] });
  });
});
