import { X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { IconButton } from "../ui/button.tsx";

const keys = (): readonly (readonly [string, string])[] => [
  ["j  k", i18n.t("panel.keyMove")],
  ["Enter", i18n.t("panel.keyOpen")],
  ["Esc", i18n.t("ui.close")],
  ["n", i18n.t("panel.keyNext")],
  ["a", i18n.t("panel.keyTake")],
  ["s", i18n.t("panel.keyAssign")],
  ["e", i18n.t("panel.keyEscalate")],
  ["r", i18n.t("panel.keyRoute")],
  ["d", i18n.t("panel.keyDismiss")],
  ["o", i18n.t("panel.keyOverrule")],
  ["m", i18n.t("panel.keyMerge")],
  ["v", i18n.t("panel.keyReview")],
  ["y", `${i18n.t("review.approve")} · ${i18n.t("opinion.agree")}`],
  ["b", `${i18n.t("review.sendBack")} · ${i18n.t("opinion.decline")}`],
  ["g", i18n.t("review.suggest")],
  ["x", i18n.t("panel.keySelect")],
  ["u", i18n.t("panel.keyUndo")],
  [".", i18n.t("panel.keyFresh")],
  ["/", `${i18n.t("panel.keyFilter")} · ${i18n.t("panel.keyFindAnswer")}`],
  ["?", i18n.t("panel.keyHelp")],
];

/** The keys and what they do, over everything: Escape or another `?` closes it, and the focus goes back to where it was. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="key-help"
      aria-labelledby="key-help-title"
      onClose={onClose}
      onKeyDown={(event) => event.key === "?" && dialog.current?.close()}
      // A click on what lies around it.
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div class="key-help-body">
        <header class="row">
          <h2 id="key-help-title" class="grow">
            {i18n.t("panel.keys")}
          </h2>
          <IconButton icon={X} label={i18n.t("ui.close")} onClick={() => dialog.current?.close()} />
        </header>
        <dl>
          {keys().map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}
