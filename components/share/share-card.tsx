import { X } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import type { Sighting } from "../../lib/schema/mention.ts";
import { focusFirst } from "../card/focus.ts";
import type { Hindrance } from "../card/sight.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Live, Notice } from "../ui/notice.tsx";
import { Leaves } from "./leaves.tsx";

interface ShareCardProps {
  sighting: Sighting;
  onShare: () => Promise<void>;
  onClose: () => void;
  /** Why the last press did not count. */
  refused?: Hindrance | null;
}

/** Asks whether one post may be shared, and shows all that would be sent of it. */
export function ShareCard({ sighting, onShare, onClose, refused = null }: ShareCardProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (dialog.current) focusFirst(dialog.current);
  }, []);
  const share = async () => {
    setSending(true);
    try {
      await onShare();
    } catch (thrown) {
      setProblem(errorText(errorCode(thrown)));
      setSending(false);
    }
  };
  const trouble = refused === null ? problem : i18n.t(`card.${refused}`);
  return (
    <div ref={dialog} class="card" role="dialog" aria-label={i18n.t("share.title")} tabIndex={-1}>
      <header class="card-head">
        <h1 class="grow strong">{i18n.t("share.title")}</h1>
        <span data-harmless="">
          <IconButton icon={X} label={i18n.t("ui.close")} onClick={onClose} />
        </span>
      </header>
      <p>{i18n.t("share.text")}</p>
      <Leaves sighting={sighting} />
      <Live text={trouble} />
      {trouble !== "" && <Notice tone="danger">{trouble}</Notice>}
      <div class="row">
        <Button look="primary" off={isSending} onClick={() => void share()}>
          {i18n.t("share.send")}
        </Button>
        <span data-harmless="">
          <Button onClick={onClose}>{i18n.t("ui.cancel")}</Button>
        </span>
      </div>
    </div>
  );
}
