import { expect, it } from "vitest";
import { isCode, projectFiles, read } from "./files.ts";

/** Names that may be exported by more than one file, each with its reason. */
const sharedNames: Readonly<Record<string, string>> = {
  i18n: "the page script's small form is called as the full one is, so that a text can move from one to the other",
};

const declared = /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|enum|type|interface) (\w+)/gm;

/** The files that declare each exported name; tests may call theirs as they like. */
function exportedNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const path of projectFiles().filter((each) => isCode(each) && !each.startsWith("tests/"))) {
    for (const [, name = ""] of read(path).matchAll(declared)) names.set(name, (names.get(name) ?? new Set()).add(path));
  }
  return names;
}

it("gives an exported name one meaning", () => {
  const doubled = [...exportedNames()].filter(([name, paths]) => paths.size > 1 && !(name in sharedNames));
  expect(
    doubled.map(([name, paths]) => `${name}: ${[...paths].join(", ")}`),
    "one thing: export it once; two things: a name for each, in the words of docs/architecture.md",
  ).toEqual([]);
});

it("reads what a file declares, in every form", () => {
  const source =
    "export const a = 1;\nexport async function b() {}\nexport function* c() {}\nexport type D = 1;\nexport abstract class E {}\n";
  expect([...source.matchAll(declared)].map(([, name]) => name)).toEqual(["a", "b", "c", "D", "E"]);
});
