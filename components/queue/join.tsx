import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { Mark } from "../ui/mark.tsx";

/** Before joining: one sentence and the way. */
export function Join({ onJoin }: { onJoin: () => void }) {
  return (
    <main class="join">
      <Mark size={48} />
      <p>{i18n.t("popup.join")}</p>
      <Button look="primary" onClick={onJoin}>
        {i18n.t("popup.joinButton")}
      </Button>
    </main>
  );
}
