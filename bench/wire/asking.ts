import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { protocolVersion } from "../../lib/schema/wire.ts";
import { quantile } from "../kit/numbers.ts";
import type { Replica } from "./replica.ts";

const load = fileURLToPath(new URL("./load.ts", import.meta.url));

/** A request of a device that stands at a revision. */
export const bodyAt = (revision: number) =>
  JSON.stringify({ protocol: protocolVersion, since: { epoch: "first", revision }, operations: [] });

/** Answers per second over HTTP to 64 callers. */
export async function perSecond({ port }: Replica, path: string, token: string, body: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [load, String(port), path, token, body, "64", "2000"]);
  return Number(stdout);
}

/** How long a device waits for what moved since `revision`, 95th percentile of many. */
export async function deltaMs({ app }: Replica, token: string, revision: number, rows: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 120; turn++) {
    const begun = performance.now();
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const answer = await app.request("/v1/sync", { method: "POST", headers, body: bodyAt(revision) });
    const { length } = await answer.text();
    if (length < rows * 300) throw new Error(`only ${length} bytes`);
    if (turn >= 20) times.push(performance.now() - begun);
  }
  return quantile(times, 0.95);
}
