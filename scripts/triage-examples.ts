import { writeFileSync } from "node:fs";
import type { Triage } from "../lib/schema/triage.ts";
import { defaultTriageSettings } from "../lib/schema/triage-defaults.ts";
import { placesOf } from "../lib/triage/names.ts";
import { triage } from "../lib/triage/triage.ts";
import { runScript } from "./run.ts";
import { modelFromFile } from "./triage-model/asset-file.ts";
import posts from "./triage-model/example-posts.json" with { type: "json" };

const counts = { replies: null, reposts: null, likes: null, views: null };
const out = new URL("../docs/triage-examples.md", import.meta.url);
/** What the posts call the brand. */
const brands = ["Acme", "אקמי"];
const cell = (text: string): string => text.replaceAll("|", "\\|");

function reasonsOf({ reasons }: Triage): string {
  return reasons
    .map(({ code, words, value }) =>
      [code, value, words.length > 0 ? `(${words.join(", ")})` : null].filter((part) => part !== null).join(" "),
    )
    .join("; ");
}

/** How invented posts are read, as a page of the documentation; run again whenever the model has changed. */
await runScript(async () => {
  const model = modelFromFile();
  const lines = Object.entries(posts).flatMap(([language, ofLanguage]) => [
    `\n## ${language}\n`,
    "| post | mood | anger | kind | danger | waits | route | reasons |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...ofLanguage.map((text) => {
      const read = triage(
        { text, lang: null, counts, verified: null, postedAt: null, names: placesOf(text, brands) },
        0,
        defaultTriageSettings,
        model,
      );
      const mood = `${read.sentimentLabel} ${read.sentiment}`;
      return `| ${[text, mood, String(read.anger), read.kind, read.hazard, String(read.answerability), read.route, reasonsOf(read)].map(cell).join(" | ")} |`;
    }),
  ]);
  const head = "# Posts as triage reads them\n\nInvented posts, written by `node scripts/triage-examples.ts` from the model that ships.";
  writeFileSync(out, `${head}\n${lines.join("\n")}\n`);
  return 0;
});
