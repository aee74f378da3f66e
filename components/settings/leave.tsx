import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";

type Leaving = MessageArgs<"session.leave">;

interface LeaveProps {
  community: string;
  /** What is not sent yet. */
  waiting: number;
  onLeave: (what: Leaving) => void;
}

/** Leaving the community or only this device asks once more, and says what goes. */
export function LeaveSection({ community, waiting, onLeave }: LeaveProps) {
  const [asked, setAsked] = useState<Leaving | null>(null);
  const sure = { community: i18n.t("settings.leaveSure", { workspace: community }), device: i18n.t("settings.signOutSure") };
  return (
    <section class="stack">
      <h2>{i18n.t("settings.leave")}</h2>
      <p class="hint">{i18n.t("settings.leaveHint")}</p>
      {waiting > 0 && <p>{i18n.t("settings.unsent", waiting)}</p>}
      <div class="row">
        {asked ? (
          <>
            <Button look="danger" onClick={() => onLeave(asked)}>
              {sure[asked]}
            </Button>
            <Button look="quiet" onClick={() => setAsked(null)}>
              {i18n.t("ui.cancel")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setAsked("device")}>{i18n.t("settings.signOut")}</Button>
            <Button onClick={() => setAsked("community")}>{i18n.t("settings.leave")}</Button>
          </>
        )}
      </div>
    </section>
  );
}
