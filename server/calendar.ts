import { one, type Queryable } from "./store/statement.ts";
import { clockOfWorkspace } from "./store/workspaces.ts";
import { dayIn } from "./trust/points.ts";

/** Gives days of the workspace's calendar, as 2026-11-30: in the zone of its working hours, else in UTC. */
export async function calendarOf(on: Queryable, workspaceId: string): Promise<(at: Date) => string> {
  const { clock } = await one(on, clockOfWorkspace, workspaceId);
  return dayIn(clock.hours?.zone ?? "UTC");
}
