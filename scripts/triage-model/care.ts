import { isDanger, type Triage } from "../../lib/schema/triage.ts";
import { estimate } from "./interval.ts";
import { showEstimate } from "./measure.ts";
import { areaUnderCurve } from "./metrics.ts";
import { type LabelledPost, writtenLanguages, writtenPosts } from "./written.ts";

interface Read {
  readonly post: LabelledPost;
  readonly triage: Triage;
}

const share = (rows: readonly Read[], is: (row: Read) => boolean): number => (100 * rows.filter(is).length) / (rows.length || 1);
const isStaff = ({ triage }: Read): boolean => triage.route !== "community";
/** Nobody in it is angry or in danger, and nobody threatens. */
const isCalm = ({ post }: Read): boolean =>
  ["none", "leaving"].includes(post.hazard) && post.anger === 0 && post.kind !== "threat" && !post.technical;
const kept = 0.9;

/** Of posts that nobody waits for, how many stand above the mark that nine of ten waiting ones reach. */
function noiseKept(rows: readonly Read[]): number {
  const waits = rows.filter(({ post }) => post.needs === 2).map(({ triage }) => triage.answerability);
  const mark = waits.sort((a, b) => b - a)[Math.ceil(kept * waits.length) - 1] ?? 0;
  return share(
    rows.filter(({ post }) => post.needs === 0),
    ({ triage }) => triage.answerability >= mark,
  );
}

const columns: readonly (readonly [name: string, of: (rows: readonly Read[]) => number])[] = [
  [
    "danger to staff",
    (rows) =>
      share(
        rows.filter(({ post }) => isDanger(post.hazard)),
        isStaff,
      ),
  ],
  [
    "self-harm",
    (rows) =>
      share(
        rows.filter(({ post }) => post.hazard === "self_harm"),
        isStaff,
      ),
  ],
  [
    "violence",
    (rows) =>
      share(
        rows.filter(({ post }) => post.hazard === "violence"),
        isStaff,
      ),
  ],
  [
    "legal",
    (rows) =>
      share(
        rows.filter(({ post }) => post.hazard === "legal"),
        isStaff,
      ),
  ],
  [
    "furious",
    (rows) =>
      share(
        rows.filter(({ post }) => post.anger === 3),
        isStaff,
      ),
  ],
  ["calm to staff", (rows) => share(rows.filter(isCalm), isStaff)],
  ["calm as danger", (rows) => share(rows.filter(isCalm), ({ triage }) => isDanger(triage.hazard))],
  ["noise kept", noiseKept],
  [
    "waits, area",
    (rows) =>
      100 *
      areaUnderCurve(
        rows
          .filter(({ post }) => post.needs !== 1)
          .map(({ post, triage }) => ({ truth: Number(post.needs === 2), answer: triage.answerability })),
      ),
  ],
  ["mood", (rows) => share(rows, ({ post, triage }) => post.mood === triage.sentimentLabel)],
  ["kind", (rows) => share(rows, ({ post, triage }) => post.kind === triage.kind)],
];

/** What becomes of written posts, in percent: a row for each language, and one for all. */
export function careTable(isIn: (text: string) => boolean, score: (text: string) => Triage): string[] {
  const head = `${"written posts".padEnd(14)}${"posts".padStart(6)}${columns.map(([name]) => name.padStart(16)).join("")}`;
  const groups = writtenLanguages.map((lang) =>
    writtenPosts(lang)
      .filter(({ text }) => isIn(text))
      .map((post): Read => ({ post, triage: score(post.text) })),
  );
  const line = (name: string, rows: readonly Read[]) =>
    `${name.padEnd(14)}${String(rows.length).padStart(6)}${columns.map(([, of]) => of(rows).toFixed(1).padStart(16)).join("")}`;
  const named: (readonly [name: string, rows: readonly Read[]])[] = [
    ...writtenLanguages.map((lang, at) => [lang, groups[at] ?? []] as const),
    ["all", groups.flat()],
  ];
  const sure = sureColumns.flatMap(([what, of]) =>
    named.map(
      ([name, rows]) => `${`${what}, ${name}`.padEnd(26)}${showEstimate(estimate(rows.filter(of), (some) => share(some, isStaff) / 100))}`,
    ),
  );
  return [head, ...named.map(([name, rows]) => line(name, rows)), "", ...sure];
}

/** What is said with an interval too, since it is of few posts. */
const sureColumns: readonly (readonly [name: string, of: (row: Read) => boolean])[] = [
  ["danger to staff", ({ post }) => isDanger(post.hazard)],
  ["self-harm to staff", ({ post }) => post.hazard === "self_harm"],
  ["calm to staff", isCalm],
];
