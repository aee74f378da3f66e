import type { Mention } from "../schema/mention.ts";
import type { LookWord, WrongEnding } from "../schema/second-look.ts";
import type { ask as Ask } from "./ask.ts";

/** What a member does about published answers that are looked at again. */
export function secondLookBy(ask: typeof Ask) {
  return {
    list: (): Promise<readonly Mention[]> => ask("second_look.list", {}),
    async say({ id }: Mention, word: LookWord) {
      await ask("second_look.say", { mentionId: id, ...word });
    },
    async end({ id }: Mention, ending: WrongEnding) {
      await ask("second_look.end", { mentionId: id, ending, url: null });
    },
  };
}
