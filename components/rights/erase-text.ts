import { i18n } from "#i18n";
import { erasedKinds, type Receipt } from "../../lib/schema/erasure.ts";

/** How much of each kind was erased; what there was none of is left out. */
export function countsText(counts: Receipt["counts"]): string {
  const parts = erasedKinds.flatMap((kind) => ((counts[kind] ?? 0) > 0 ? [`${i18n.t(`erase.kind.${kind}`)}: ${counts[kind]}`] : []));
  return parts.length === 0 ? i18n.t("erase.nothing") : parts.join(", ");
}
