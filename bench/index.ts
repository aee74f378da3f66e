import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Benchmark, Row } from "./kit/benchmark.ts";
import { machine } from "./kit/machine.ts";
import { table } from "./kit/table.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, rounds: { type: "string" }, data: { type: "string" } },
});

/** Every module beside this one is a benchmark, called by its file name. */
async function benchmarks(): Promise<Map<string, Benchmark>> {
  const files = await readdir(new URL(".", import.meta.url));
  const names = files.filter((file) => file.endsWith(".ts") && file !== "index.ts").map((file) => file.slice(0, -".ts".length));
  const modules = await Promise.all(names.sort().map(async (name) => [name, await import(`./${name}.ts`)] as const));
  return new Map(modules.map(([name, module]) => [name, (module as { default: Benchmark }).default]));
}

async function main(): Promise<void> {
  const known = await benchmarks();
  const name = positionals[0] ?? "";
  const benchmark = known.get(name);
  if (!benchmark) {
    console.error(
      `npm run bench -- NAME [--json] [--rounds N] [--data DIR]\n${[...known].map(([each, { about }]) => `  ${each}: ${about}`).join("\n")}`,
    );
    process.exitCode = name === "" ? 0 : 2;
    return;
  }
  const note = (text: string) => console.error(`  ${text}`);
  console.log(`${name}: ${benchmark.about}\n${machine()}`);
  const rows: Row[] = [];
  for await (const row of benchmark.run({ rounds: Number(values.rounds ?? benchmark.rounds), data: values.data ?? null, note }))
    rows.push(row);
  console.log(`\n${table(rows)}\n${machine()}`);
  if (values.json) for (const row of rows) console.log(JSON.stringify(row));
}

await main();
