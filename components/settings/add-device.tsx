import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { countdownText } from "../../lib/i18n/time-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { WayIn } from "../ui/way-in.tsx";

interface AddDeviceProps {
  /** The server's time. */
  nowMs: number;
  onInvite: () => Promise<Invitation>;
  onCopy: (text: string) => Promise<void>;
}

/** Makes a way in for one more device of one's own, and shows it for as long as it works. */
export function AddDevice({ nowMs, onInvite, onCopy }: AddDeviceProps) {
  const [made, setMade] = useState<Invitation | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const make = () => {
    setProblem(null);
    return onInvite().then(setMade, (thrown: unknown) => setProblem(errorCode(thrown)));
  };
  const leftMs = made && Date.parse(made.expiresAt) - nowMs;
  return (
    <div class="stack">
      {made && leftMs !== null && leftMs > 0 && (
        <>
          <p>{i18n.t("settings.addDeviceHint")}</p>
          <WayIn
            made={made}
            label={i18n.t("settings.addDeviceLink")}
            hint={i18n.t("settings.addDeviceLeft", { time: countdownText(leftMs) })}
            onCopy={onCopy}
          />
        </>
      )}
      {leftMs !== null && leftMs <= 0 && <Notice>{i18n.t("settings.addDeviceOver")}</Notice>}
      {problem !== null && (
        <div role="alert">
          <Notice tone="danger">{askedErrorText(problem)}</Notice>
        </div>
      )}
      {(leftMs === null || leftMs <= 0) && (
        <div class="row">
          <Button onClick={() => void make()}>{i18n.t("settings.addDevice")}</Button>
        </div>
      )}
    </div>
  );
}
