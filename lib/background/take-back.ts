import type { OperationArgs } from "../schema/operations.ts";
import { requireAccount, type WorkerContext } from "./context.ts";

/** Takes all that one member did back in as many operations as it needs; the first has the message's id. */
export async function takeBackAll(
  context: WorkerContext,
  whose: OperationArgs<"member.take_back">,
  messageId: string,
): Promise<{ posts: number; ids: string[] }> {
  await requireAccount(context);
  const ids: string[] = [];
  let posts = 0;
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof context.ask<"member.take_back">>> = await context.ask(
      "member.take_back",
      { ...whose, ...(after !== null && { after }) },
      after === null ? messageId : context.newId(),
    );
    ids.push(part.id);
    posts += part.posts;
    after = part.after;
  } while (after !== null);
  return { posts, ids };
}
