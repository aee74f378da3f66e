import { postLanguage } from "../schema/language.ts";
import type { Mention } from "../schema/mention.ts";
import { can } from "../schema/roles.ts";
import type { Member, Workspace } from "../schema/workspace.ts";
import { replyLanguage, writtenLanguage } from "./disclosure/language.ts";
import { saysLine, sentenceTelling } from "./disclosure/said.ts";
import { type SpeakingSide, shippedLanguages, shippedLine, unnamedWorkspace } from "./disclosure/shipped.ts";

export type { SpeakingSide } from "./disclosure/shipped.ts";

/** What a workspace says about the tie to the brand. */
type Wording = Pick<Workspace, "disclosure" | "answering"> & { readonly name?: string };

/** Whom a member speaks as. */
export const sideOf = (member: Pick<Member, "role">): SpeakingSide => (can(member, "speakForBrand") ? "brand" : "customer");

const sides: readonly SpeakingSide[] = ["customer", "brand"];
const ownLines = ({ answering }: Wording, side: SpeakingSide) =>
  (side === "brand" ? answering?.staffDisclosures : answering?.disclosures) ?? {};
const brandOf = ({ name = "" }: Wording) => (name === unnamedWorkspace ? "" : name);

/** The line that customers of a workspace said before lines had languages; none where it is only what every workspace began with. */
const formerLine = ({ disclosure }: Wording) => (disclosure.trim() === shippedLine("customer", "en", "") ? "" : disclosure.trim());

/** What a workspace has its members say in a language: its own words, else those that are shipped; null where there are none. */
export function lineFor(workspace: Wording, side: SpeakingSide, lang: string): string | null {
  const own = ownLines(workspace, side);
  if (Object.hasOwn(own, lang)) return own[lang] ?? null;
  const former = side === "customer" ? formerLine(workspace) : "";
  return former !== "" && writtenLanguage(former) === lang ? former : shippedLine(side, lang, workspace.name ?? "");
}

/** Asked for with every reply of a batch, and the same as long as the workspace is. */
const knownLines: Record<SpeakingSide, WeakMap<Wording, readonly string[]>> = { customer: new WeakMap(), brand: new WeakMap() };

/** Every line of one side, in whichever language. */
function linesOf(workspace: Wording, side: SpeakingSide): readonly string[] {
  const known = knownLines[side].get(workspace);
  if (known) return known;
  const lines = gatheredLines(workspace, side);
  knownLines[side].set(workspace, lines);
  return lines;
}

function gatheredLines(workspace: Wording, side: SpeakingSide): string[] {
  const shipped = shippedLanguages.flatMap((lang) => lineFor(workspace, side, lang) ?? []);
  const former = side === "customer" ? [workspace.disclosure.trim()] : [];
  return [...Object.values(ownLines(workspace, side)), ...former, ...shipped].filter((line) => line !== "");
}

/** Who writes to which post. */
export interface Speaking {
  readonly workspace: Workspace;
  readonly mention: Pick<Mention, "triage" | "lang">;
  readonly me: Pick<Member, "role">;
  /** The member's own words in languages for which the workspace has none. */
  readonly ownDisclosures?: Readonly<Record<string, string>> | undefined;
}

/** How a reply tells of the tie to the brand. */
export interface Disclosure {
  readonly side: SpeakingSide;
  /** Primary tag; null when neither the post nor the text tells. */
  readonly lang: string | null;
  /** What goes below the text; empty when the text says it, null when nobody has words for it in this language. */
  readonly line: string | null;
  /** The line is the member's own, as the workspace has none. */
  readonly isOwn: boolean;
  /** The text itself says it. */
  readonly isSaid: boolean;
}

/** How a reply with this text tells of the tie: by who writes and in which language. */
export function disclosureOf({ workspace, mention, me, ownDisclosures = {} }: Speaking, text = ""): Disclosure {
  const side = sideOf(me);
  const lang = replyLanguage(postLanguage(mention), text);
  // Where nothing tells the language, the one that the workspace answers in, or that of the words that it began with.
  const set = lineFor(workspace, side, lang ?? workspace.brand?.language ?? writtenLanguage(formerLine(workspace)) ?? "en");
  const own = lang === null ? undefined : ownDisclosures[lang];
  const known = set ?? own ?? null;
  const isOwn = set === null && own !== undefined;
  const isSaid = tellsOf(workspace, side, text) || (own !== undefined && saysLine(text, own));
  return { side, lang, line: isSaid ? "" : known, isOwn, isSaid };
}

/** Whether a text says that its writer is on this side, in any wording. */
function tellsOf(workspace: Wording, side: SpeakingSide, text: string): boolean {
  return sentenceTelling(text, side, brandOf(workspace), linesOf(workspace, side)) !== null;
}

/** What of a text says that its writer is on the other side; null when nothing does. */
export function wrongSide(workspace: Wording, side: SpeakingSide, text: string): string | null {
  const other = side === "brand" ? "customer" : "brand";
  return sentenceTelling(text, other, brandOf(workspace), linesOf(workspace, other));
}

/** The words of a published reply that tell of its author's tie, the author's own ones among them; null when none do. */
export function disclosureIn(reply: string, workspace: Wording, side: SpeakingSide = "customer", own: string | null = null): string | null {
  const found = sentenceTelling(reply, side, brandOf(workspace), linesOf(workspace, side));
  return found ?? (own !== null && saysLine(reply, own) ? own.trim() : null);
}

/** The line of the workspace's that stands in a reply word for word, of one side or of either; null when none does. */
export function lineIn(reply: string, workspace: Wording, side?: SpeakingSide): string | null {
  const lines = sides.filter((each) => each === (side ?? each)).flatMap((each) => linesOf(workspace, each));
  return lines.sort((a, b) => b.length - a.length).find((line) => reply.includes(line)) ?? null;
}

/** A text without the lines that say nothing but the tie: what a language model adds although it was asked not to. */
export function withoutDisclosure(text: string, workspace: Wording): string {
  const isTie = (line: string) =>
    sides.some((side) => tellsOf(workspace, side, line)) && (line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= longestTie;
  const kept = text
    .split("\n")
    .filter((line) => !isTie(line))
    .join("\n")
    .trim();
  return kept === "" ? text : kept;
}

/** A line of more words says more than the tie. */
const longestTie = 14;
