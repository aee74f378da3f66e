import { Copy } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";

/** Puts the member's own words on the clipboard, and says whether they are there. */
export function CopyText({ text }: { text: string }) {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("copied"),
      () => setSaid("failed"),
    );
  return (
    <span class="row">
      <Button icon={Copy} onClick={() => void copy()}>
        {i18n.t("answer.copyText")}
      </Button>
      <span class="quiet" role="status">
        {said === "copied" ? i18n.t("ui.copied") : said === "failed" ? i18n.t("composer.notCopied") : ""}
      </span>
    </span>
  );
}
