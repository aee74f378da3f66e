import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { oneClaim } from "./one-claim.ts";

/** pgbench on this machine, which Debian keeps out of the PATH for all versions but one; null when there is none. */
export function pgbenchPath(): string | null {
  const debian = "/usr/lib/postgresql";
  const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  return [...folders, ...(process.env.PATH ?? "").split(":")].map((folder) => join(folder, "pgbench")).find(existsSync) ?? null;
}

/** Claims per second of pgbench with the one-claim statement, prepared, in workspaces `prefix`0 to `prefix`(count-1) or the one named. */
export async function pgbenchClaims(
  program: string,
  url: string,
  workspaces: readonly string[],
  members: number,
  seconds: number,
  clients = 8,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "fanswer-pgbench-"));
  try {
    const files = workspaces.map((id, n) => {
      const file = join(folder, `${n}.sql`);
      const claim = oneClaim(`'${id}'`, "'m' || :member", "now() + interval '10 minutes'", "now()");
      writeFileSync(file, `\\set member random(0, ${members - 1})\n${claim.replaceAll("\n", " ")};\n`);
      return file;
    });
    const args = [
      "-n",
      "-M",
      "prepared",
      "-c",
      String(clients),
      "-j",
      "1",
      "-T",
      String(seconds),
      ...files.flatMap((file) => ["-f", file]),
      url,
    ];
    const { stdout } = await promisify(execFile)(program, args);
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (!tps) throw new Error(`pgbench said: ${stdout}`);
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
