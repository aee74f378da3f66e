import { type Context, requireAccount } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";

/** All that one member did is taken back in as many operations as it needs. */
export function peopleHandlers(context: Context): Pick<Handlers, "member.take_back"> {
  return {
    async "member.take_back"(whose, { messageId }) {
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
    },
  };
}
