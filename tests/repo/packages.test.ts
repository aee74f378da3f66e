// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const locked = Object.entries(read("package-lock.json").packages as Record<string, Package>).filter(([place]) => place !== "");

/** Kinds that may go into an Apache-2.0 work, or be used to make it, as they are. */
const fitting = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);
/** Packages that name their licence elsewhere than in their package.json. */
const known: Readonly<Record<string, string>> = { "node_modules/twitter-text": "Apache-2.0" };

/** Whether one may use it under kinds that fit: of an OR one, of an AND all. */
const fits = (expression: string): boolean =>
  expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((kind) => fitting.has(kind)));

describe("the packages", () => {
  it("have licences that fit ours", () => {
    expect(locked.filter(([place, { license }]) => !fits(license ?? known[place] ?? "none")).map(([place]) => place)).toEqual([]);
  });

  it("are the bytes that were looked at, from the registry", () => {
    const odd = locked.filter(
      ([, { integrity, resolved = "" }]) => !integrity?.startsWith("sha512-") || /^(?:git|file|http:)/.test(resolved),
    );
    expect(odd.map(([place]) => place)).toEqual([]);
  });

  it("that we name are of one version each", () => {
    const { dependencies, devDependencies, optionalDependencies = {} } = read("package.json") as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
