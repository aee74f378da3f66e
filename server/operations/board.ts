import { rolesThat } from "../../lib/schema/roles.ts";
import { calendarOf } from "../calendar.ts";
import { boardLanguages, isOnBoard, putOnBoard, standingsIn } from "../store/board.ts";
import { all, one } from "../store/statement.ts";
import { shownOf } from "../trust/board.ts";
import { mondayOf } from "../trust/points.ts";
import type { Handler } from "./call.ts";

/** More are not offered to choose from. */
const mostLanguages = 20;

export const readBoard: Handler<"board.read"> = async ({ client, workspaceId, device, at }, { languages: wanted }) => {
  const memberId = device.member.id;
  const monday = mondayOf((await calendarOf(client, workspaceId))(at));
  const week = { workspaceId, monday, except: rolesThat("triage") };
  const { yes: isListed } = await one(client, isOnBoard, { workspaceId, memberId });
  const languages = (await all(client, boardLanguages, { ...week, most: mostLanguages })).map(({ language }) => language);
  const language = wanted.find((each) => languages.includes(each)) ?? languages[0] ?? null;
  const standings = language === null ? [] : await all(client, standingsIn, { ...week, language, memberId });
  return { language, languages, isListed, ...shownOf(standings) };
};

export const chooseBoard: Handler<"board.choose"> = async ({ client, workspaceId, device }, { isListed }) => {
  await all(client, putOnBoard, { workspaceId, memberId: device.member.id, isListed });
  return null;
};
