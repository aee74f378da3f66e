import { Check, Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import { wrongText } from "../../lib/i18n/look-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { wrongNow } from "../../lib/schema/second-look.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RowActions } from "./actions.ts";

/** That a second reader found the answer wrong, and what staff can say of it; once that is said, what it was. */
export function WrongWork({ mention, actions }: { mention: Mention; actions: Pick<RowActions, "end"> }) {
  const ending = mention.secondLook?.found?.ending ?? null;
  if (ending !== null) return <p class="quiet">{`${wrongText(mention)} · ${i18n.t(`look.ended.${ending}`)}`}</p>;
  if (wrongNow(mention) === null) return null;
  return (
    <section class="stack">
      <Notice tone="danger">{wrongText(mention)}</Notice>
      <div class="row">
        <Button icon={Check} onClick={() => void actions.end(mention, "right")}>
          {i18n.t("look.right")}
        </Button>
        <Button onClick={() => void actions.end(mention, "corrected")}>{i18n.t("look.ended.corrected")}</Button>
        <Button icon={Trash2} onClick={() => void actions.end(mention, "deleted")}>
          {i18n.t("look.ended.deleted")}
        </Button>
      </div>
    </section>
  );
}
