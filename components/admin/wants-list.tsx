import { BookOpen, EyeOff, Languages, type LucideIcon, Tag, Timer } from "lucide-preact";
import { i18n } from "#i18n";
import { countText, percentText } from "../../lib/i18n/figures-text.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { quotedList } from "../../lib/i18n/list-text.ts";
import type { AdminPart } from "../../lib/schema/admin-parts.ts";
import { driftText } from "../triage/drift-notes.tsx";
import { Icon } from "../ui/icon.tsx";
import type { Want } from "./wants.ts";

const places: Record<Want["kind"], { readonly part: AdminPart; readonly icon: LucideIcon }> = {
  late: { part: "figures", icon: Timer },
  drift: { part: "figures", icon: EyeOff },
  language: { part: "people", icon: Languages },
  list: { part: "keywords", icon: Tag },
  notUs: { part: "keywords", icon: Tag },
  gap: { part: "knowledge", icon: BookOpen },
};

/** A want as a sentence. */
function wantText(want: Want): string {
  switch (want.kind) {
    case "late":
      return i18n.t("wants.late", want.count);
    case "drift":
      return driftText(want.drift);
    case "language": {
      const language = languageText(want.language) ?? want.language;
      return i18n.t("wants.language", { language, share: percentText(want.share), all: percentText(want.all) });
    }
    case "list":
      return i18n.t("wants.list", { list: want.name, seen: countText(want.seen), needed: countText(want.needed) });
    case "notUs":
      return i18n.t("wants.notUs", { share: percentText(want.share) });
    case "gap":
      return i18n.t("wants.gap", { words: quotedList(want.words), count: countText(want.count) });
  }
}

interface WantsListProps {
  wants: readonly Want[];
  /** The parts of the page that the member may open; a want that leads elsewhere is said without a press. */
  parts: readonly AdminPart[];
}

/** What wants an admin, each with the way there. */
export function WantsList({ wants, parts }: WantsListProps) {
  return (
    <section class="stack wants" aria-labelledby="wants-title">
      <h2 id="wants-title">{i18n.t("wants.title")}</h2>
      {wants.length === 0 ? <p class="quiet">{i18n.t("wants.none")}</p> : <Wants {...{ wants, parts }} />}
    </section>
  );
}

function Wants({ wants, parts }: WantsListProps) {
  return (
    <ul class="list">
      {wants.map((want) => (
        <li key={wantText(want)} class="row">
          <Icon of={places[want.kind].icon} />
          <span class="grow">{wantText(want)}</span>
          {parts.includes(places[want.kind].part) && (
            <a class="btn" href={`#${places[want.kind].part}`}>
              {i18n.t(`wants.${want.kind}Go`)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
