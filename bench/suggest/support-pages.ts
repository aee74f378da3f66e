import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import type { KnowledgeItem, Precedent } from "../../lib/schema/workspace.ts";
import { askedOf } from "../../lib/suggest/asked.ts";
import { emptyLibrary, indexItem, indexPrecedent } from "../../lib/suggest/library.ts";
import { rank } from "../../lib/suggest/rank.ts";

/** A post to a brand, and the help page that the brand answered it with. */
interface Asked {
  readonly brand: string;
  readonly thread: readonly string[];
  readonly page: string;
}

interface Pages {
  readonly asked: readonly Asked[];
  /** Pages of each brand. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  readonly addresses: ReadonlyMap<string, string>;
}

/** Shares of posts whose page stands first, and among the first five. */
export interface Recall {
  readonly posts: number;
  readonly first: number;
  readonly five: number;
}

const folder = "replies_ibm_en";
const folds = 5;
const seeds = ["a", "b", "c"];

/** The set `replies_ibm_en` in `data`; its README says what the columns mean. */
export async function readPages(data: string): Promise<Pages> {
  const table = async (name: string) => {
    const text = await readFile(join(data, folder, name), "utf8");
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  };
  const id = (text = "") => String(Number(text));
  const [rows, candidates, brands] = await Promise.all([
    table("dev.csv"),
    table("candidate_documents.csv"),
    table("documents_of_brand.csv"),
  ]);
  return {
    asked: rows.map(({ brand = "", context = "", doc_id }) => ({ brand, thread: turnsOf(context), page: id(doc_id) })),
    pages: new Map(brands.map(({ brand = "", doc_ids = "" }) => [brand, doc_ids.split(",").map(id)])),
    addresses: new Map(candidates.map(({ doc_id, url = "" }) => [id(doc_id), url.trim()])),
  };
}

/** The turns of a dialogue; "link" is how the set writes one that was cut out. */
const turnsOf = (context: string): string[] =>
  context.split(/^(?:CUSTOMER|AGENT):/m).flatMap((turn) => turn.replace(/\blink\b/g, " ").trim() || []);

/** Words of a page's address, which is all that the set holds of a page. */
function titleOf(address: string): string {
  const path = address.replace(/^https?:\/\/web\.archive\.org\/web\/\d+\//, "").replace(/^https?:\/\/[^/]+\//, "");
  const words = path.split("?")[0]?.replace(/[^A-Za-z]+/g, " ") ?? "";
  return words.replace(/\b(en|us|articles?|answer|hc|support|html?|help|php|thread|forum|topic|community|kb|faq)\b/gi, " ").trim();
}

/** On which side of a split a post lies: by its words, so that a repeated one is not on both. */
function foldOf({ thread }: Asked, seed: string): number {
  const words = thread.join(" ").toLowerCase().replace(/\W+/g, " ").trim();
  return createHash("sha256").update(`${seed} ${words}`).digest().readUInt32BE(0) % folds;
}

function rankedPages({ pages, addresses }: Pages, brand: string, known: readonly Asked[]): (post: Asked) => string[] {
  const library = emptyLibrary();
  for (const page of new Set([...(pages.get(brand) ?? []), ...known.map(({ page }) => page)])) {
    const item: KnowledgeItem = { id: page, lang: "en", title: titleOf(addresses.get(page) ?? ""), topics: [], answer: "", link: null };
    indexItem(library, item);
  }
  for (const [index, { page, thread }] of known.entries()) {
    const precedent = { id: String(index), lang: "en", kind: "question", source: page, verdict: "accepted", answer: null, at: "" } as const;
    indexPrecedent(library, { ...precedent, asked: askedOf(thread.join(" ")) } satisfies Precedent);
  }
  return ({ thread }) => rank(library, { text: "", thread, lang: "en", kind: "question" }).map(({ source }) => source);
}

function frequentPages(known: readonly Asked[]): () => string[] {
  const counts = new Map<string, number>();
  for (const { page } of known) counts.set(page, (counts.get(page) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1]).map(([page]) => page);
  return () => ordered;
}

/**
 * Cross-validation with three seeds: each fifth of the posts is answered with what the other four teach, each brand by itself.
 * `way`: our ranking, or always the pages most often given.
 */
export function measureRecall(set: Pages, way: "ranked" | "most frequent"): Recall {
  let [posts, first, five] = [0, 0, 0];
  for (const seed of seeds) {
    for (let fold = 0; fold < folds; fold++) {
      const isUnseen = (post: Asked) => foldOf(post, seed) === fold;
      for (const brand of new Set(set.asked.map((post) => post.brand))) {
        const own = set.asked.filter((post) => post.brand === brand);
        const known = own.filter((post) => !isUnseen(post));
        const pagesFor = way === "ranked" ? rankedPages(set, brand, known) : frequentPages(known);
        for (const post of own.filter(isUnseen)) {
          const found = pagesFor(post).slice(0, 5);
          posts += 1;
          if (found[0] === post.page) first += 1;
          if (found.includes(post.page)) five += 1;
        }
      }
    }
  }
  return { posts, first: (100 * first) / posts, five: (100 * five) / posts };
}
