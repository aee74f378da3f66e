import { describe, expect, it } from "vitest";
import type { Target } from "../../lib/schema/integration.ts";
import type { Fault } from "./desks/served.ts";
import { minute, useHandover } from "./desks/setup.ts";
import { sighting } from "./support.ts";

const { desks, zendesk, zammad, admin, ann, id, round, later, save, seen, log, escalate, answer } = useHandover();

describe.each(desks)("$name", ({ desk, target }) => {
  const faults: Fault[] = ["lost", "slow", "broken", "malformed", "redirect", "busy", "busy_until_date"];
  it.each(faults)("opens one ticket and writes one note when calls end %s", async (fault) => {
    await save(target(), desk.token);
    await escalate();
    desk.fail(fault);
    await round();
    expect(await seen()).toMatchObject({ problem: expect.any(String), waiting: 1 });
    await later(15 * minute);
    await later(15 * minute);
    expect(await seen()).toMatchObject({ problem: null, waiting: 0 });
    await admin().run("mention.route", { mentionId: "x:1", route: "second_line", note: "" });
    desk.fail(fault);
    await round();
    await later(15 * minute);
    await answer();
    await round();
    await later(15 * minute);
    expect(await seen()).toMatchObject({ problem: null, waiting: 0 });
    expect(desk.texts()).toHaveLength(1);
    const notes = desk.texts().flat();
    for (const part of ["worst company ever!!!", "Handed to the first line", "Waits for the second line.", "Answered on the site"])
      expect(notes.filter((text) => text.includes(part))).toHaveLength(1);
    expect(desk.isOpen()).toEqual([false]);
  });

  it("is left alone for as long as it asks with Retry-After", async () => {
    await save(target(), desk.token);
    await escalate();
    desk.fail("busy");
    await round();
    expect(await log()).toMatchObject([{ event: "escalated", state: "waiting", problem: "rate_limited", status: 429, attempts: 1 }]);
    const calls = desk.calls.length;
    await later(92_000);
    expect(desk.calls).toHaveLength(calls);
    await later(1_000);
    expect(desk.texts()).toHaveLength(1);
  });

  it("closes although a note before was refused, and stays closed when that note's turn comes", async () => {
    await save(target(), desk.token);
    await escalate();
    await round();
    await later(1_000);
    await admin().run("mention.route", { mentionId: "x:1", route: "second_line", note: "" });
    desk.fail(422);
    await later(1_000);
    expect(await seen()).toMatchObject({ problem: "refused", waiting: 1 });
    await answer();
    await later(1_000);
    expect(desk.isOpen()).toEqual([false]);
    await later(15 * minute);
    expect(desk.isOpen()).toEqual([false]);
    expect(await seen()).toMatchObject({ problem: null, waiting: 0, failed: 0 });
  });

  it("shows a wrong key, keeps what waits, and goes on when the key is right", async () => {
    await save(target(), "a wrong key");
    await escalate();
    await round();
    expect(await seen()).toMatchObject({ problem: "auth", waiting: 1, pausedUntil: expect.any(String) });
    await escalate("2");
    await round();
    expect(await seen()).toMatchObject({ problem: "auth", waiting: 2 });
    await save(target(), desk.token);
    await round();
    expect(await seen()).toMatchObject({ problem: null, waiting: 0 });
    expect(desk.texts()).toHaveLength(2);
  });

  it("may be down for a day: the queue goes on, and nothing is lost", async () => {
    await save({ ...target(), address: "http://127.0.0.1:1" } as Target, desk.token);
    await escalate();
    for (let hour = 0; hour < 24; hour++) await later(60 * minute);
    expect(await seen()).toMatchObject({ problem: "unreachable", waiting: 1, failed: 0 });
    expect(await ann().run("mention.report", sighting("2"))).toMatchObject({ status: "open" });
    expect((await ann().run("claim.take", { mentionId: "x:2" })).status).toBe("claimed");
    await save(target(), desk.token);
    await round();
    expect(desk.texts()).toHaveLength(1);
  });
});

it.each(["sql", "elasticsearch"] as const)(
  "a Zammad that searches by %s gets one ticket when the answer to its opening is lost",
  async (engine) => {
    await save(desks[2].target(), zammad.token);
    zammad.engine = engine;
    await escalate();
    zammad.fail("lost");
    await round();
    await later(15 * minute);
    expect(zammad.texts()).toHaveLength(1);
    expect(await seen()).toMatchObject({ problem: null, waiting: 0 });
  },
);

it("opens no ticket for what was answered before the desk came back", async () => {
  await save(desks[0].target(), "a wrong key");
  await escalate();
  await round();
  await answer();
  await save(desks[0].target(), zendesk.token);
  await round();
  expect(zendesk.texts()).toEqual([]);
  expect(await seen()).toMatchObject({ waiting: 0, failed: 0, problem: null });
});

it("gives up one delivery after two days of refusals, holds up no other, and tries it again when asked", async () => {
  await save({ ...desks[2].target(), group: "Nowhere" } as Target, zammad.token);
  await escalate();
  for (let tries = 0; tries < 14; tries++) await later(24 * 60 * minute);
  expect(await seen()).toMatchObject({ problem: "refused", waiting: 0, failed: 1 });
  await save(desks[2].target(), null);
  await escalate("2");
  await round();
  expect(zammad.texts()).toHaveLength(1);
  await admin().run("delivery.replay", { integrationId: id(), deliveryId: null });
  await round();
  expect(zammad.texts()).toHaveLength(2);
  expect(await seen()).toMatchObject({ problem: null, waiting: 0, failed: 0 });
});
