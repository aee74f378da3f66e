import { i18n } from "#i18n";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";

/** Whom a post can be given to: oneself first, then the others of staff, then nobody in particular. */
export function assignItems(staff: readonly Member[], me: Member, onPick: (memberId: string | null) => void) {
  const item = (key: string, text: string, memberId: string | null) => ({ key, text, onPick: () => onPick(memberId) });
  const others = staff.filter((member) => member.id !== me.id && can(member, "assign"));
  return [
    item("me", i18n.t("panel.toMe"), me.id),
    ...others.map(({ id, name }) => item(id, oneLine(name, 40), id)),
    item("nobody", i18n.t("panel.toNobody"), null),
  ];
}
