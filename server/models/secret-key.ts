import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const fileName = "secret.key";

const ofSetting = (setting: string): Buffer => createHash("sha256").update(setting).digest();

async function ofFile(file: string): Promise<Buffer> {
  return Buffer.from((await readFile(file, "utf8")).trim(), "hex");
}

/** The server's secret of 32 bytes: made of the setting, or kept in the data folder, where the first start puts a random one that only its user may read. */
export async function readSecret(setting: string | null, dataDir: string): Promise<Buffer> {
  if (setting !== null) return ofSetting(setting);
  const file = join(dataDir, fileName);
  await mkdir(dataDir, { recursive: true });
  // Whoever is first wins, also among servers that start together.
  await writeFile(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EEXIST") throw cause;
  });
  return ofFile(file);
}

/** Secrets that only open what they sealed: the setting of before, and the folder's when a setting took its place. */
export async function formerSecrets(setting: string | null, before: string | null, dataDir: string): Promise<Buffer[]> {
  const folders = setting === null ? null : await ofFile(join(dataDir, fileName)).catch(() => null);
  return [...(before === null ? [] : [ofSetting(before)]), ...(folders?.length === 32 ? [folders] : [])];
}
