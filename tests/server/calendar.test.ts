import { expect, it } from "vitest";
import { defaultClock } from "../../lib/schema/clock.ts";
import { calendarOf } from "../../server/calendar.ts";
import { useServer } from "./support.ts";

const server = useServer();

it("a workspace's days are those of its working hours' zone, else those of UTC", async () => {
  const workspace = await server().workspace();
  const admin = await server().join(workspace, "admin");
  const evening = new Date("2026-03-01T23:30:00Z");
  expect((await calendarOf(server().deps.pool, workspace))(evening)).toBe("2026-03-01");
  const week = Array.from({ length: 7 }, () => [{ from: "09:00", to: "17:00" }]);
  await admin.run("clock.save", { ...defaultClock, hours: { zone: "Asia/Taipei", week, holidays: [] } });
  expect((await calendarOf(server().deps.pool, workspace))(evening)).toBe("2026-03-02");
});
