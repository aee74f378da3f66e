import { i18n } from "#i18n";
import { type ChangedEntry, isNoDifference, type ListDifference } from "../../lib/detect/lists/list-difference.ts";
import { commaList } from "../../lib/i18n/list-text.ts";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";

/** Entries named of one kind; the rest is counted. */
const mostNamed = 100;

/** How one state of a list became another: what was added, removed and changed, in words and signs. */
export function Difference({ difference }: { difference: ListDifference }) {
  const { added, removed, changed, name, negative } = difference;
  if (isNoDifference(difference)) return <p class="quiet">{i18n.t("listVersions.same")}</p>;
  return (
    <div class="stack list-difference">
      {name !== null && <p>{i18n.t("listVersions.renamed", name)}</p>}
      {negative !== null && <p>{i18n.t(negative ? "listVersions.leavesOutNow" : "listVersions.findsNow")}</p>}
      <Kind kind="added" entries={added} line={entryName} />
      <Kind kind="removed" entries={removed} line={entryName} />
      <Kind kind="changed" entries={changed} line={changedText} />
    </div>
  );
}

interface KindProps<T> {
  kind: "added" | "removed" | "changed";
  entries: readonly T[];
  line: (entry: T) => string;
}

const signs = { added: "+", removed: "−", changed: "±" };

function Kind<T>({ kind, entries, line }: KindProps<T>) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h4>{i18n.t(`listVersions.${kind}`, { count: entries.length })}</h4>
      <ul class="difference-list" data-kind={kind}>
        {entries.slice(0, mostNamed).map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines stand still while they are shown
          <li key={at}>
            <span aria-hidden="true">{signs[kind]}</span> <bdi>{line(entry)}</bdi>
          </li>
        ))}
      </ul>
      {entries.length > mostNamed && <p class="quiet">{i18n.t("keywords.importMore", entries.length - mostNamed)}</p>}
    </section>
  );
}

const entryName = ({ text }: KeywordEntry): string => text;

/** The keyword, and each field that became another. */
function changedText({ from, to, fields }: ChangedEntry): string {
  const each = fields.map((field) =>
    i18n.t("listVersions.field", {
      field: i18n.t(`keywords.${field}`),
      from: fieldValueText(from[field]),
      to: fieldValueText(to[field]),
    }),
  );
  return i18n.t("listVersions.fields", { text: to.text, fields: each.join("; ") });
}

/** What stands in a field of an entry, as a reader says it. */
function fieldValueText(value: KeywordEntry[keyof KeywordEntry]): string {
  if (typeof value === "boolean") return i18n.t(value ? "listVersions.yes" : "listVersions.no");
  const text = typeof value === "object" && value !== null ? commaList(value) : String(value ?? "");
  return text === "" ? i18n.t("listVersions.nothing") : text;
}
