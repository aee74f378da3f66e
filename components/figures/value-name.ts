import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import type { FigureDimension } from "../../lib/schema/period-figures.ts";
import { siteIds } from "../../lib/schema/post.ts";
import { postKinds, routes } from "../../lib/schema/triage.ts";

/** A Monday, from which days of the week are counted. */
const mondayMs = Date.UTC(2024, 0, 1);
const hourMs = 3_600_000;

const weekday = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }));
const hour = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }));

const known = <T extends string>(all: readonly T[], key: string): T | undefined => all.find((each) => each === key);

/** What people call a value of a dimension; one that is not known here goes by its own name. */
export function valueName(dimension: FigureDimension, { key, name }: { readonly key: string; readonly name: string | null }): string {
  const [site, route, kind] = [known(siteIds, key), known(routes, key), known(postKinds, key)];
  if (dimension === "site" && site) return i18n.t(`site.${site}`);
  if (dimension === "route" && route) return i18n.t(`route.${route}`);
  if (dimension === "kind" && kind) return i18n.t(`kind.${kind}`);
  if (dimension === "language") return languageText(key) ?? i18n.t("figures.languageUnknown");
  if (dimension === "hour") return hour().format(mondayMs + Number(key) * hourMs);
  if (dimension === "weekday") return weekday().format(mondayMs + (Number(key) - 1) * 24 * hourMs);
  if (dimension === "list") return name ?? i18n.t("figures.listGone");
  return name ?? key;
}
