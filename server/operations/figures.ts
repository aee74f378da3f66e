import { figuresOf } from "../store/figures.ts";
import { one } from "../store/statement.ts";
import type { Handler } from "./call.ts";
import { silentSince } from "./rules.ts";

export const readFigures: Handler<"figures.read"> = ({ client, workspaceId, at }) =>
  one(client, figuresOf, { workspaceId, at, silentSince: silentSince(at) });
