import { calendarOf } from "../calendar.ts";
import { pointsOf } from "../store/points.ts";
import { one } from "../store/statement.ts";
import { mondayOf } from "../trust/points.ts";
import type { Handler } from "./call.ts";

export const ownPoints: Handler<"member.own_points"> = async ({ client, workspaceId, device, at }) => {
  const dayOf = await calendarOf(client, workspaceId);
  return one(client, pointsOf, { workspaceId, memberId: device.member.id, monday: mondayOf(dayOf(at)) });
};
