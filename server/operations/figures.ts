import { postRowDays, postRowsAtOnce } from "../../lib/schema/counted-posts.ts";
import { dayAfter } from "../figures/shown.ts";
import { countedPosts } from "../store/figure-posts.ts";
import { figuresOf } from "../store/figures.ts";
import { all, one } from "../store/statement.ts";
import { dayIn } from "../trust/points.ts";
import type { Handler } from "./call.ts";
import { zoneOf } from "./counting.ts";
import { silentSince } from "./rules.ts";

export const readFigures: Handler<"figures.read"> = ({ client, workspaceId, at }) =>
  one(client, figuresOf, { workspaceId, at, silentSince: silentSince(at) });

export const listCountedPosts: Handler<"figures.posts"> = async ({ client, workspaceId, at }, { after }) => {
  const from = dayAfter(dayIn(await zoneOf(client, workspaceId))(at), 1 - postRowDays);
  return all(client, countedPosts, { workspaceId, from, after: after ?? "", most: postRowsAtOnce });
};
