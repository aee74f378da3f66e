import { describe, expect, it } from "vitest";
import { circlesOf } from "./circles.ts";
import { isCode, projectFiles, read } from "./files.ts";
import { functionLengths, percentile } from "./functions.ts";
import { brokenRule, imports } from "./layers.ts";

const files = projectFiles();
const code = files.filter(isCode);

describe("layering", () => {
  it("lets every room import only from the rooms below it", () => {
    const broken = code.flatMap((path) => imports(path, read(path)).flatMap((target) => brokenRule(path, target) ?? []));
    expect(broken).toEqual([]);
  });

  it("keeps one site ignorant of the others", () => {
    const site = (path: string) => /^lib\/sites\/([^/]+)\//.exec(path)?.[1];
    const crossed = code.flatMap((path) =>
      imports(path, read(path))
        .filter((target) => site(path) && site(target) && site(path) !== site(target))
        .map((target) => `${path} imports ${target}; put what both need into lib/sites itself`),
    );
    expect(crossed).toEqual([]);
  });

  it.each([
    ["lib/detect/x.ts", "lib/store/db.ts"],
    ["components/a.tsx", "entrypoints/b.ts"],
    ["lib/schema/a.ts", "lib/sites/b.ts"],
    ["entrypoints/page.content/a.ts", "lib/store/b.ts"],
    ["lib/sync/a.ts", "dexie"],
    ["server/a.ts", "lib/store/b.ts"],
    ["lib/clock/a.ts", "lib/store/b.ts"],
    ["lib/i18n/a.ts", "lib/sync/b.ts"],
    ["lib/detect/letters/a.ts", "lib/detect/exact/b.ts"],
    ["lib/suggest/a.ts", "assets/packs/x.json"],
    ["entrypoints/admin/a.ts", "entrypoints/background/b.ts"],
    ["entrypoints/admin/a.ts", "lib/background/b.ts"],
    ["lib/state/a.ts", "lib/background/b.ts"],
    ["lib/background/a.ts", "components/b.tsx"],
    ["entrypoints/x.content.ts", "entrypoints/background/b.ts"],
    ["lib/attic/a.ts", "lib/schema/b.ts"],
    ["server/store/a.ts", "server/http/b.ts"],
    ["server/attic/a.ts", "server/store/b.ts"],
    ["scripts/start.ts", "tests/e2e/steps/b.ts"],
    ["scripts/demo/a.ts", "tests/fixtures/b.ts"],
  ])("would catch %s importing %s", (path, target) => {
    expect(brokenRule(path, target)).toContain(target);
  });

  it("reads imports as the compiler does", () => {
    const source =
      'import type { A } from "./a.ts";\nimport {\n  b,\n} from "./b.ts";\nexport * from "../c.ts";\nconst d = import("./d.ts");';
    expect(imports("lib/x/y.ts", source)).toEqual(["lib/x/b.ts", "lib/c.ts", "lib/x/d.ts"]);
    expect(imports("lib/x/y.ts", source, true)).toEqual(["lib/x/a.ts", "lib/x/b.ts", "lib/c.ts", "lib/x/d.ts"]);
  });
});

describe("circles of imports", () => {
  const circles = (withTypes: boolean) => circlesOf(new Map(code.map((path) => [path, imports(path, read(path), withTypes)])));

  it("are none at run time", () => {
    expect(circles(false), "which of them runs first depends on who is asked first; move what both need below both").toEqual([]);
  });

  it("are few even by types", () => {
    const found = circles(true);
    expect(found.length, `${JSON.stringify(found, null, 1)}: give the shared types a module of their own, such as actions.ts`).toBeLessThan(
      4,
    );
  });

  it("are seen however long they are, and nothing else is", () => {
    const graph = { a: ["b"], b: ["c", "d"], c: ["a"], d: ["e"], e: ["f"], f: ["e", "g"], g: [], h: ["a", "h"] };
    expect(circlesOf(new Map(Object.entries(graph)))).toEqual([
      ["e", "f"],
      ["a", "b", "c"],
    ]);
  });
});

describe("functions of components", () => {
  it("are short: 95 of 100 have at most 40 lines", () => {
    const lengths = code.filter((path) => path.startsWith("components/")).flatMap((path) => functionLengths(path, read(path)));
    expect(percentile(lengths, 0.95), "give parts of a long one names of their own").toBeLessThanOrEqual(40);
  });

  it("are measured with what stands in them", () => {
    const source =
      "const a = () => 1;\nfunction b() {\n  return [1].map((n) => {\n    return n;\n  });\n}\nexport const c = { d() {\n} };\n";
    expect(functionLengths("x.ts", source)).toEqual([1, 5, 2]);
    expect(percentile([9, 1, 5, 3], 0.5)).toBe(3);
  });
});

describe("files", () => {
  it("stay short enough to be read at one go", () => {
    const long = code.map((path) => ({ path, lines: read(path).split("\n").length })).filter(({ lines }) => lines > 320);
    expect(long, "split the file by idea; 300 lines is the longest we like").toEqual([]);
  });

  it("stand only in the rooms of the design", () => {
    const rooms =
      /^(entrypoints|components|lib|assets|tests|server|bench|docs|scripts|\.ci)\/|^(package(-lock)?\.json|wxt\.config\.ts|(README|CONTRIBUTING|CHANGELOG|SECURITY)\.md|LICENSE|tsconfig(\.server)?\.json|biome\.json|knip\.json|vitest\.config\.ts|\.gitignore|\.npmrc|exec\.cmd)$/;
    expect(files.filter((path) => !rooms.test(path))).toEqual([]);
  });

  it("name no path of a machine", () => {
    const found = files
      .filter((path) => /\.(ts|tsx|json|md|css|html|sql|yml|sh)$|^\.ci\//.test(path) && path !== "package-lock.json")
      .filter((path) => /(^|[^\w.])\/(work|home\/\w+|root|Users\/\w+)\//.test(read(path)));
    expect(found).toEqual([]);
  });

  it("carry no mark of a merge that nobody finished", () => {
    const torn = files.filter((path) => /\.(ts|tsx|js|json|md|css|html|sql|yml|sh)$/.test(path) && /^(<{7}|>{7}) /m.test(read(path)));
    expect(torn).toEqual([]);
  });

  it("carry no undated note for later", () => {
    const undated = code.filter(
      (path) => !path.startsWith("tests/repo/") && /\b(TODO|FIXME|XXX|HACK)\b(?!\(20\d\d-\d\d-\d\d\))/.test(read(path)),
    );
    expect(undated, "do it now, or date it: TODO(2026-12-01): why").toEqual([]);
  });

  it("skip no test without saying why", () => {
    const skipping = code.filter((path) => path.startsWith("tests/") && /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(path)));
    expect(skipping.filter((path) => !path.startsWith("tests/repo/"))).toEqual([]);
  });

  it("ask what a member may, never which role it is", () => {
    const raw = code.filter(
      (path) => !/^(tests|bench|scripts\/demo)\//.test(path) && /role\s*[!=]==?\s*["']|["']\s*[!=]==?\s*\S*role\b/.test(read(path)),
    );
    const inSql = code.filter((path) => path.startsWith("server/") && /\brole\s*(=|<>|!=|IN \()\s*'/.test(read(path)));
    expect(inSql, "rolesThat(ability) of lib/schema/roles.ts").toEqual([]);
    expect(raw, "can(member, ability) of lib/schema/roles.ts: a role that is added later must not become another by accident").toEqual([]);
  });

  it("put no markup into a page from text", () => {
    const unsafe = code.filter(
      (path) =>
        !path.startsWith("tests/") && /\.innerHTML\s*=|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write\(/.test(read(path)),
    );
    expect(unsafe, "build the DOM with createElement and textContent, or with Preact").toEqual([]);
  });
});

describe("documents", () => {
  it("have a line in the README for every command that people may run", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const readme = read("README.md");
    const isInternal = (name: string) => name.includes(":");
    const missing = Object.keys(scripts).filter((name) => !isInternal(name) && !new RegExp(`npm (run (-s )?)?${name}\\b`).test(readme));
    expect(missing).toEqual([]);
  });
});

describe("documents", () => {
  const documents = files.filter((path) => path.endsWith(".md"));

  it("have lines that fit beside the code", () => {
    const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "").split("\n");
    const long = (line: string) => [...line].length > 140 && !/^[|!]/.test(line);
    expect(
      documents.flatMap((path) =>
        prose(read(path))
          .filter(long)
          .map((line) => `${path}: ${line}`),
      ),
    ).toEqual([]);
  });

  it("number each decision once, and list it", () => {
    const decisions = documents.flatMap((path) => /^docs\/decisions\/((\d{4})-.*)$/.exec(path)?.slice(1) ?? []);
    const numbers = decisions.filter((_, at) => at % 2 === 1);
    expect(new Set(numbers).size).toBe(numbers.length);
    const list = read("docs/decisions/README.md");
    expect(decisions.filter((name, at) => at % 2 === 0 && !list.includes(`(${name})`))).toEqual([]);
  });
});
