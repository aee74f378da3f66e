import { Check, Copy } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import { Button } from "./button.tsx";
import { Live, Notice } from "./notice.tsx";
import { QrPicture } from "./qr-picture.tsx";

interface WayInProps {
  made: Pick<Invitation, "link" | "code">;
  label: string;
  hint: string;
  onCopy: (text: string) => Promise<void>;
}

/** An invitation's link, to copy; and the same to be read out, and for a camera. */
export function WayIn({ made: { link, code }, label, hint, onCopy }: WayInProps) {
  const id = useId();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === link;
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const copy = () =>
    onCopy(link).then(
      () => setCopied(link),
      (thrown: unknown) => setProblem(errorCode(thrown)),
    );
  return (
    <div class="stack">
      <Live text={isCopied ? i18n.t("ui.copied") : label} />
      <div class="field">
        <label class="field-label" for={id}>
          {label}
        </label>
        <div class="row">
          <input id={id} class="input grow" dir="ltr" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
            {isCopied ? i18n.t("ui.copied") : i18n.t("ui.copy")}
          </Button>
        </div>
        <p class="hint">{hint}</p>
      </div>
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      <div class="field">
        <p class="field-label">{i18n.t("ui.code")}</p>
        <p class="spelled" dir="ltr">
          <span>{link.slice(0, link.length - code.length).replace(/^https?:\/\//, "")}</span>
          {inGroups(code).map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is where it stands
            <span key={at}>{group}</span>
          ))}
        </p>
        <p class="hint">{i18n.t("ui.codeHint")}</p>
      </div>
      <QrPicture text={link} label={i18n.t("ui.qr")} />
    </div>
  );
}

/** A code in pieces that one can say in one breath. */
function inGroups(code: string): readonly string[] {
  return code.match(/[^-]{1,4}-?|-/g) ?? [];
}
