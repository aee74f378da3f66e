import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { machine } from "./kit/machine.ts";
import { table } from "./kit/table.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, rounds: { type: "string" }, data: { type: "string" } },
});

const others = ["index.ts", "run.ts"];
const note = (text: string) => console.error(`  ${text}`);

/** The names of the benchmarks: every other module beside this one. */
async function names(): Promise<string[]> {
  const files = await readdir(new URL(".", import.meta.url));
  return files.flatMap((file) => (file.endsWith(".ts") && !others.includes(file) ? [file.slice(0, -".ts".length)] : [])).sort();
}

const load = async (name: string): Promise<Benchmark> => ((await import(`./${name}.ts`)) as { default: Benchmark }).default;

async function usage(): Promise<string> {
  const lines = await Promise.all((await names()).map(async (name) => `  ${name}: ${(await load(name)).about}`));
  return `npm run bench -- NAME [--json] [--rounds N] [--data DIR]\n${lines.join("\n")}`;
}

/** Runs the benchmark that the command line names; gives the exit code. */
async function main(): Promise<number> {
  const [name = ""] = positionals;
  if (!(await names()).includes(name)) {
    console.error(await usage());
    return name === "" ? 0 : 2;
  }
  const benchmark = await load(name);
  const rounds = Number(values.rounds ?? benchmark.rounds);
  const data = values.data ?? null;
  const missing = Number.isInteger(rounds) && rounds > 0 ? await benchmark.missing?.({ data }) : "--rounds takes a number from 1.";
  if (missing) {
    console.error(missing);
    return 2;
  }
  console.log(`${name}: ${benchmark.about}\n${machine()}`);
  const rows: Figure[] = [];
  for await (const row of benchmark.run({ rounds, data, note })) rows.push(row);
  console.log(`\n${table(rows)}\n${machine()}`);
  if (values.json) for (const row of rows) console.log(JSON.stringify(row));
  return 0;
}

process.exitCode = await main();
