import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const fileName = "secret.key";

/** The server's secret of 32 bytes: made of the setting, or kept in the data folder, where the first start puts a random one that only its user may read. */
export async function readSecret(setting: string | null, dataDir: string): Promise<Buffer> {
  if (setting !== null) return createHash("sha256").update(setting).digest();
  const file = join(dataDir, fileName);
  await mkdir(dataDir, { recursive: true });
  // Whoever is first wins, also among servers that start together.
  await writeFile(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EEXIST") throw cause;
  });
  return Buffer.from((await readFile(file, "utf8")).trim(), "hex");
}
