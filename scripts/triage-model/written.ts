import { readdirSync, readFileSync } from "node:fs";
import type { hazards, noises, PostKind } from "../../lib/schema/triage.ts";
import { readCsv } from "./csv.ts";

/** A post written for this project, with what its writer says of it. */
export interface LabelledPost {
  readonly lang: string;
  /** Which of the language's writers, from 1. */
  readonly hand: number;
  readonly text: string;
  /** 2: somebody waits for an answer; 1: one would be welcome; 0: nobody expects one. */
  readonly needs: number;
  readonly kind: PostKind;
  readonly mood: string;
  /** 0 to 3. */
  readonly anger: number;
  readonly hazard: (typeof hazards)[number];
  readonly technical: boolean;
  readonly noise: (typeof noises)[number];
}

export const writtenLanguages = ["en", "id", "he", "zh", "nb", "vi"] as const;
export type WrittenLanguage = (typeof writtenLanguages)[number];

const folder = new URL("posts/", import.meta.url);
const known = new Map<string, LabelledPost[]>();

function readPosts(lang: string): LabelledPost[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${lang}-`));
  return files.sort().flatMap((name) =>
    readCsv(readFileSync(new URL(name, folder), "utf8")).map((row) => ({
      ...{ lang, hand: Number(name.charAt(lang.length + 1)), text: row.text ?? "", kind: row.kind as PostKind, mood: row.mood ?? "" },
      ...{ needs: Number(row.needs), anger: Number(row.anger), technical: row.technical === "1" },
      ...{ hazard: row.hazard as LabelledPost["hazard"], noise: row.noise as LabelledPost["noise"] },
    })),
  );
}

/** The posts written in a language. */
export function writtenPosts(lang: string): readonly LabelledPost[] {
  const posts = known.get(lang) ?? readPosts(lang);
  known.set(lang, posts);
  return posts;
}
