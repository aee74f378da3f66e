import { useEffect, useRef, useState } from "preact/hooks";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { AuditLine, AuditQuery } from "../../lib/schema/audit.ts";
import { useSettled } from "../keywords/use-settled.ts";
import type { RightsActions } from "./actions.ts";

/** What is looked for; days as YYYY-MM-DD of one's own calendar, empty: any. */
export interface AuditSearch {
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

const everyLine: AuditSearch = { who: "", what: "", about: "", from: "", to: "" };

/** While one types, the server is asked after this long without a letter. */
const settleMs = 250;
const mostWords = 80;
/** So many lines a file holds at most; a page of them is asked at a time. */
const mostInFile = 10_000;
const mostPages = 400;

const midnight = (day: string, plus = 0): string | null => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return day === "" ? null : new Date(year, month - 1, date + plus).toISOString();
};

const queryOf = ({ who, what, about, from, to }: AuditSearch, before: number | null): AuditQuery => ({
  ...{ who: who.trim().slice(0, mostWords), what: what.trim().slice(0, mostWords), about: about.trim().slice(0, mostWords) },
  ...{ from: midnight(from), to: midnight(to, 1), before },
});

/** Lines of the log as they are asked for, and the way to older ones. `lines` is null while nothing is known. */
export function useAudit(list: RightsActions["listAudit"]) {
  const [search, setSearch] = useState(everyLine);
  const [found, setFound] = useState<{ lines: readonly AuditLine[]; next: number | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const turn = useRef(0);
  const asked = useSettled(JSON.stringify(search), settleMs);
  const load = async (before: number | null) => {
    turn.current += 1;
    const own = turn.current;
    setProblem(null);
    try {
      const page = await list(queryOf(search, before));
      if (own !== turn.current) return;
      setFound((now) => ({ lines: [...(before === null ? [] : (now?.lines ?? [])), ...page.lines], next: page.next }));
    } catch (thrown) {
      if (own === turn.current) setProblem(askedErrorText(errorCode(thrown)));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when other lines are looked for
  useEffect(() => void load(null), [asked]);
  /** All lines that are looked for, up to what a file holds; null where the server did not tell them. */
  const readAll = async (): Promise<readonly AuditLine[] | null> => {
    const lines: AuditLine[] = [];
    let before: number | null = null;
    try {
      for (let pages = 0; pages < mostPages && lines.length < mostInFile; pages++) {
        const page = await list(queryOf(search, before));
        lines.push(...page.lines);
        before = page.next;
        if (before === null) break;
      }
      return lines;
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
      return null;
    }
  };
  return {
    ...{ search, found, problem, readAll },
    look: (change: Partial<AuditSearch>) => setSearch((now) => ({ ...now, ...change })),
    older: () => void load(found?.next ?? null),
  };
}
