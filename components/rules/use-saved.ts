import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";

/** What came of saving, to be said. */
type Saved = { readonly text: string; readonly tone: "mine" | "danger" } | null;

/** Waits for what is saved and tells what came of it, until something is changed again (`forget`). */
export function useSaved() {
  const [said, setSaid] = useState<Saved>(null);
  return {
    said,
    forget: () => setSaid(null),
    save: (work: Promise<unknown>): Promise<void> =>
      work.then(
        () => setSaid({ text: i18n.t("answering.saved"), tone: "mine" }),
        (thrown: unknown) => setSaid({ text: askedErrorText(errorCode(thrown)), tone: "danger" }),
      ),
  };
}
