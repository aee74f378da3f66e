import { i18n } from "#i18n";
import { Button } from "./button.tsx";
import { Mark } from "./mark.tsx";

interface NotJoinedProps {
  /** The community that was left just now. */
  left: string | null;
  /** What a person would have here. */
  why: string;
  onJoin: () => void;
}

/** Before joining, and after leaving: one sentence and the way. */
export function NotJoined({ left, why, onJoin }: NotJoinedProps) {
  return (
    <main class="join">
      <Mark size={48} />
      <p role="status">{left === null ? why : i18n.t("popup.left", { workspace: left })}</p>
      <Button look="primary" onClick={onJoin}>
        {i18n.t("popup.joinButton")}
      </Button>
    </main>
  );
}
