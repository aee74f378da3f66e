import { i18n } from "#i18n";
import type { Session } from "../../lib/schema/messages.ts";
import { Choice } from "../ui/choice.tsx";

type Sharing = Session["sharing"];

/** Share every matching public post, or ask each time. */
export function SharingChoice({ value, onPick }: { value: Sharing | null; onPick: (sharing: Sharing) => void }) {
  return (
    <Choice<Sharing>
      label={i18n.t("welcome.choice")}
      value={value}
      onPick={onPick}
      options={[
        { value: "all", text: i18n.t("welcome.shareAll"), hint: i18n.t("welcome.shareAllHint") },
        { value: "ask", text: i18n.t("welcome.shareAsk"), hint: i18n.t("welcome.shareAskHint") },
      ]}
    />
  );
}
