import { i18n } from "#i18n";

/** The keys and what they do. */
export function KeyHelp() {
  const keys: [string, string][] = [
    ["j  k", i18n.t("panel.keyMove")],
    ["Enter", i18n.t("panel.keyOpen")],
    ["n", i18n.t("panel.keyNext")],
    ["a", i18n.t("panel.keyTake")],
    ["s", i18n.t("panel.keyAssign")],
    ["e", i18n.t("panel.keyEscalate")],
    ["r", i18n.t("panel.keyRoute")],
    ["d", i18n.t("panel.keyDismiss")],
    ["o", i18n.t("panel.keyOverrule")],
    ["m", i18n.t("panel.keyMerge")],
    ["v", i18n.t("panel.keyReview")],
    ["y", i18n.t("review.approve")],
    ["b", i18n.t("review.sendBack")],
    ["g", i18n.t("review.suggest")],
    ["x", i18n.t("panel.keySelect")],
    ["u", i18n.t("panel.keyUndo")],
    ["/", i18n.t("panel.keyFilter")],
    ["?", i18n.t("panel.keyHelp")],
  ];
  return (
    <section class="key-help" aria-label={i18n.t("panel.keys")}>
      <dl>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
