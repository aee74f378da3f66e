import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";

interface LeaveProps {
  community: string;
  /** What is not sent yet. */
  waiting: number;
  onLeave: () => void;
}

/** Leaving asks once more, and says what goes. */
export function Leave({ community, waiting, onLeave }: LeaveProps) {
  const [isSure, setSure] = useState(false);
  return (
    <section class="stack">
      <h2>{i18n.t("settings.leave")}</h2>
      <p class="hint">{i18n.t("settings.leaveHint")}</p>
      {waiting > 0 && <p>{i18n.t("settings.unsent", waiting)}</p>}
      <div class="row">
        {isSure ? (
          <>
            <Button look="danger" onClick={onLeave}>
              {i18n.t("settings.leaveSure", { workspace: community })}
            </Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              {i18n.t("ui.cancel")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setSure(true)}>{i18n.t("settings.leave")}</Button>
        )}
      </div>
    </section>
  );
}
