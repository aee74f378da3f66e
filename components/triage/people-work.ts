import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import type { PanelActions } from "./actions.ts";
import type { PeopleProps } from "./people.tsx";
import type { useDoing } from "./use-doing.ts";

type Work = Pick<PeopleProps, "onTakeBack" | "onUndo">;

/** Takes back what one member did, says how much that was, and the way back; none rejects. */
export function peopleWork(
  { takeBack, undoTakeBack }: Pick<PanelActions, "takeBack" | "undoTakeBack">,
  { say, act }: Pick<ReturnType<typeof useDoing>, "say" | "act">,
  refresh: () => Promise<void>,
): Work {
  const undo = async (ids: readonly string[]) => {
    for (const id of ids) await undoTakeBack(id);
    await refresh();
  };
  return {
    async onTakeBack({ member }, hours) {
      try {
        const { posts, ids } = await takeBack(member.id, hours);
        await act(refresh, i18n.t("doings.tookBack", posts), () => undo(ids), false);
      } catch (thrown) {
        say({ text: errorText(errorCode(thrown)), failed: true });
      }
    },
    onUndo: ({ id }) => void act(() => undo([id]), i18n.t("answer.undone"), null, false),
  };
}
