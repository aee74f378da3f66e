import { CircleSlash } from "lucide-preact";
import { i18n } from "#i18n";
import { dismissReasons } from "../../lib/schema/lifecycle.ts";
import { Menu } from "../ui/menu.tsx";

/** "Not for us", with the reasons to pick from. */
export function DismissMenu({ onPick }: { onPick: (reason: (typeof dismissReasons)[number]) => void }) {
  const items = dismissReasons.map((reason) => ({ key: reason, text: i18n.t(`dismiss.${reason}`), onPick: () => onPick(reason) }));
  return (
    <Menu label={i18n.t("answer.notForUs")} items={items} icon={CircleSlash}>
      {i18n.t("answer.notForUs")}
    </Menu>
  );
}
