import { Copy } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy.ts";

/** Puts the member's own words on the clipboard, and says whether they are there. */
export function CopyText({ text }: { text: string }) {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const copy = () =>
    copyText(text, place.current?.ownerDocument ?? document).then(
      () => setSaid("copied"),
      () => setSaid("failed"),
    );
  return (
    <span class="row" ref={place}>
      <Button icon={Copy} onClick={() => void copy()}>
        {i18n.t("answer.copyText")}
      </Button>
      <span class="quiet" role="status">
        {said === "copied" ? i18n.t("ui.copied") : said === "failed" ? i18n.t("composer.notCopied") : ""}
      </span>
    </span>
  );
}
