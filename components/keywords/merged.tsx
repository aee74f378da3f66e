import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { listDifference } from "../../lib/detect/lists/list-difference.ts";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { commaList } from "../../lib/i18n/list-text.ts";
import type { KeywordEntry, KeywordList } from "../../lib/schema/keywords.ts";
import { Button } from "../ui/button.tsx";
import { stateOf } from "../ui/edits.ts";
import { Notice } from "../ui/notice.tsx";
import type { VersionActions } from "./actions.ts";
import { Difference } from "./difference.tsx";
import { type ListEdits, type Overlap, overlapsOf, takeTheirs } from "./edits.ts";
import type { Merge } from "./use-list-edits.ts";

interface MergedProps {
  merge: Merge;
  /** As it is live now. */
  list: KeywordList;
  edits: ListEdits;
  versions: Pick<VersionActions, "list" | "read">;
  onEdits: (edits: ListEdits) => void;
}

interface Known {
  readonly base: KeywordList;
  /** Names of who pushed since; without those whom nobody knows. */
  readonly by: readonly string[];
}

/** Says that somebody else pushed under the edits, and on a press what, and where both changed the same keyword. Nothing of either is lost. */
export function Merged({ merge, list, edits, versions, onEdits }: MergedProps) {
  const [known, setKnown] = useState<Known | string | null>(null);
  const look = async () => {
    try {
      const [base, heads] = await Promise.all([versions.read(list.id, merge.since), versions.list(list.id)]);
      const by = heads.flatMap((head) => (head.version > merge.since && head.by !== null ? [head.by] : []));
      setKnown({ base, by: [...new Set(by)] });
    } catch (thrown) {
      setKnown(askedErrorText(errorCode(thrown)));
    }
  };
  return (
    <div class="stack">
      <Notice>{i18n.t("keywords.merged", { version: merge.version })}</Notice>
      {known === null && (
        <div class="row">
          <Button onClick={() => void look()}>{i18n.t("listVersions.whatChanged")}</Button>
        </div>
      )}
      {typeof known === "string" && <Notice tone="danger">{known}</Notice>}
      {known !== null && typeof known === "object" && <Since known={known} {...{ merge, list, edits, onEdits }} />}
    </div>
  );
}

function Since({ known, merge, list, edits, onEdits }: Omit<MergedProps, "versions"> & { known: Known }) {
  const base = useMemo(() => ({ ...known.base, negative: known.base.negative ?? false }), [known]);
  const difference = useMemo(() => listDifference(base, list), [base, list]);
  const overlaps = useMemo(() => overlapsOf(base, { ...list, negative: list.negative ?? false }, merge.changes), [base, list, merge]);
  const open = overlaps.filter(({ id, theirs }) => (stateOf(edits).entries.find((entry) => entry.id === id) ?? null) !== theirs);
  return (
    <>
      {known.by.length > 0 && <p>{i18n.t("listVersions.pushedBy", { names: commaList(known.by) })}</p>}
      <Difference difference={difference} />
      {open.length > 0 && (
        <section class="stack">
          <h4>{i18n.t("listVersions.overlaps", { count: open.length })}</h4>
          <ul class="list">
            {open.map((overlap) => (
              <li key={overlap.id} class="row">
                <span class="grow">{overlapText(overlap)}</span>
                <Button onClick={() => onEdits(takeTheirs(edits, overlap))}>{i18n.t("listVersions.takeTheirs")}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function overlapText({ mine, theirs }: Overlap): string {
  const said = (entry: KeywordEntry | null) => (entry === null ? i18n.t("listVersions.removedThere") : summary(entry));
  return i18n.t("listVersions.overlap", { mine: said(mine), theirs: said(theirs) });
}

/** An entry in a line: its words, and what stands near. */
function summary({ text, label, mustNear, mustNotNear }: KeywordEntry): string {
  const near = [
    ...(label === null ? [] : [`${i18n.t("keywords.label")}: ${label}`]),
    ...(mustNear.length === 0 ? [] : [`${i18n.t("keywords.mustNear")}: ${commaList(mustNear)}`]),
    ...(mustNotNear.length === 0 ? [] : [`${i18n.t("keywords.mustNotNear")}: ${commaList(mustNotNear)}`]),
  ];
  return near.length === 0 ? text : i18n.t("listVersions.fields", { text, fields: near.join("; ") });
}
