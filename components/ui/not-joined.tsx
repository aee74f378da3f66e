import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { errorText } from "../../lib/i18n/error-text.ts";
import type { Session } from "../../lib/schema/messages.ts";
import { Button } from "./button.tsx";
import { Mark } from "./mark.tsx";

interface NotJoinedProps {
  session: Pick<Session, "shutOut">;
  /** The community that was left just now. */
  left: string | null;
  /** A sentence that says what this page would show to somebody who joined. */
  why: string;
  onJoin: () => void;
  /** What they may still do here. */
  children?: ComponentChildren;
}

/** Before joining, after leaving, and while the community does not let this device in: why, and the way. */
export function NotJoined({ session: { shutOut }, left, why, onJoin, children }: NotJoinedProps) {
  const ask = left === null ? why : i18n.t("popup.left", { workspace: left });
  return (
    <main class="join">
      <Mark size={48} />
      {shutOut && (
        <h1 class="line-cut">
          <bdi>{shutOut.workspace}</bdi>
        </h1>
      )}
      <p role="status">{shutOut ? errorText(shutOut.code) : ask}</p>
      {shutOut?.code !== "member_paused" && (
        <Button look="primary" onClick={onJoin}>
          {i18n.t("popup.joinButton")}
        </Button>
      )}
      {children}
    </main>
  );
}
