import { Check, Trash2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { wrongText } from "../../lib/i18n/look-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { WrongEnding } from "../../lib/schema/second-look.ts";
import type { Amend } from "../../lib/sites/profile.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

interface OwnWrongProps {
  mention: Mention;
  amend: Amend;
  onEnd: (ending: WrongEnding) => void;
  /** The answer itself, where the page does not show it. */
  children?: ComponentChildren;
}

/** One's own answer that somebody found wrong: why, how to put it right on its site, and what came of it. */
export function OwnWrong({ mention, amend, onEnd, children }: OwnWrongProps) {
  return (
    <section class="stack">
      <Notice tone="danger">{wrongText(mention)}</Notice>
      {children}
      <p>{amend === "unknown" ? i18n.t("look.amend.unknown") : i18n.t(`look.amend.${amend}`, { site: i18n.t(`site.${mention.site}`) })}</p>
      <div class="row">
        <Button look="primary" icon={Check} onClick={() => onEnd("corrected")}>
          {i18n.t("look.corrected")}
        </Button>
        <Button icon={Trash2} onClick={() => onEnd("deleted")}>
          {i18n.t("look.deleted")}
        </Button>
      </div>
    </section>
  );
}
