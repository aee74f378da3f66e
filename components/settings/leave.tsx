import { i18n } from "#i18n";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { Question } from "../ui/question.tsx";
import { useOpened } from "../ui/use-opened.ts";

type Leaving = MessageArgs<"session.leave">;

interface LeaveProps {
  community: string;
  /** What is not sent yet. */
  waiting: number;
  onLeave: (what: Leaving) => void;
}

/** Leaving the community or only this device asks once more, and says what goes. */
export function LeaveSection({ community, waiting, onLeave }: LeaveProps) {
  const { opened, setOpened, place } = useOpened<Leaving>();
  const sure = { community: i18n.t("settings.leaveSure", { workspace: community }), device: i18n.t("settings.signOutSure") };
  return (
    <section class="stack">
      <h2>{i18n.t("settings.leave")}</h2>
      {waiting > 0 && <p>{i18n.t("settings.unsent", waiting)}</p>}
      <div ref={place} class="stack">
        {opened ? (
          <Question
            text={i18n.t("settings.leaveHint")}
            sure={sure[opened]}
            off={false}
            onSure={() => onLeave(opened)}
            onCancel={() => setOpened(null)}
          />
        ) : (
          <>
            <p class="hint">{i18n.t("settings.leaveHint")}</p>
            <div class="row">
              <span data-opens="device">
                <Button onClick={() => setOpened("device")}>{i18n.t("settings.signOut")}</Button>
              </span>
              <span data-opens="community">
                <Button onClick={() => setOpened("community")}>{i18n.t("settings.leave")}</Button>
              </span>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
