import { type Handler, locked, Shown } from "./call.ts";

export const get: Handler<"mention.get"> = async (call, { mentionId }) => {
  await locked(call, mentionId);
  return new Shown(mentionId);
};
