import type { Context, Next } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Deps } from "../deps.ts";
import type { Entry } from "../door.ts";
import { tokenOf } from "./body.ts";

/** Lets a device in before anything of its request is read. One that sent too much of the wrong form is not listened to for a minute. */
export const signedIn = (deps: Deps) => async (context: Context, next: Next) => {
  const entry = await deps.door(tokenOf(context));
  if (deps.spoilers.isFull(entry.device.id)) throw new FanswerError("too_many");
  context.set("entry", entry);
  await next();
  if (context.error instanceof FanswerError && context.error.code === "malformed") deps.spoilers.count(entry.device.id);
};

/** Who asks, behind `signedIn`. */
export const entryOf = (context: Context): Entry => context.get("entry") as Entry;
