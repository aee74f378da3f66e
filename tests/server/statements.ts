import { readdirSync } from "node:fs";
import type { Statement } from "../../server/store/statement.ts";

/** Every named statement of the store; the jobs' own tables are graphile-worker's. */
export async function statements(): Promise<Statement<readonly unknown[], unknown>[]> {
  const modules = await Promise.all(
    readdirSync("server/store").map((file) => import(`../../server/store/${file.slice(0, -".ts".length)}.ts`)),
  );
  const isStatement = (value: unknown): value is Statement<readonly unknown[], unknown> =>
    typeof value === "object" && value !== null && "text" in value && "name" in value;
  return modules.flatMap((module: object) => Object.values(module).filter(isStatement));
}
