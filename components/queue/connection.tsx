import { i18n } from "#i18n";
import { errorText } from "../../lib/i18n/error-text.ts";
import type { Outbox } from "../../lib/state/store-state.ts";

/** A dot and its words: is everything sent, and if not, how much and why. */
export function Connection({ outbox }: { outbox: Outbox }) {
  const waiting = outbox.waiting > 0 ? i18n.t("popup.notSent", outbox.waiting) : null;
  const refused = outbox.setAside.length > 0 ? i18n.t("popup.refused", outbox.setAside.length) : null;
  const why = outbox.problem === null ? undefined : errorText(outbox.problem);
  const level = refused !== null ? "danger" : waiting !== null || why !== undefined ? "waiting" : "good";
  const counted = [refused, waiting].filter((text) => text !== null).join(", ");
  const words = counted || (why === undefined ? i18n.t("popup.allSent") : i18n.t("popup.noServer"));
  return (
    <p class="connection quiet" data-level={level} title={why === undefined ? words : `${words}. ${why}`} role="status">
      <span class="dot" />
      <span class="connection-words line-cut">{words}</span>
      {why !== undefined && <span class="sr-only">{why}</span>}
    </p>
  );
}
