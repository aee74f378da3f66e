import { createHash, randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { secretFile } from "../postgres/data-folder.ts";
import { onFolder } from "../postgres/folder-trouble.ts";
import { makeOpenFolder } from "../postgres/owner.ts";
import { StartupError } from "../startup-error.ts";

const bytes = 32;

const ofSetting = (setting: string): Buffer => createHash("sha256").update(setting).digest();

async function ofFile(file: string): Promise<Buffer> {
  return Buffer.from((await readFile(file, "utf8")).trim(), "hex");
}

/** Writes a file whole or not at all; leaves one alone that is there. Whoever is first wins, also among servers that start together. */
async function writeFirst(file: string, text: string): Promise<void> {
  const making = `${file}.${process.pid}`;
  try {
    await writeFile(making, text, { mode: 0o600 });
    await link(making, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    await rm(making, { force: true });
  }
}

/** The secret in the data folder, where the first start makes it. */
async function ofFolder(file: string, dataDir: string): Promise<Buffer> {
  makeOpenFolder(dataDir);
  await writeFirst(file, randomBytes(bytes).toString("hex"));
  return ofFile(file);
}

/**
 * The server's secret of 32 bytes: made of the setting, or kept in the data folder, where the first start puts a random one that only its user may read.
 * Throws StartupError when that one is damaged or the folder cannot be used.
 */
export async function readSecret(setting: string | null, dataDir: string): Promise<Buffer> {
  if (setting !== null) return ofSetting(setting);
  const file = join(dataDir, secretFile);
  const secret = await ofFolder(file, dataDir).catch((thrown: unknown) => {
    throw onFolder(dataDir, thrown);
  });
  if (secret.length === bytes) return secret;
  throw new StartupError(
    `The secret in ${file} is damaged: bring back a copy of the file, or delete it, after which admins enter anew what it sealed.`,
  );
}

/** The server's secret where it is at hand, for a command that makes none; null: it is not. */
export async function secretAtHand(setting: string | null, dataDir: string): Promise<Buffer | null> {
  if (setting !== null) return ofSetting(setting);
  const secret = await ofFile(join(dataDir, secretFile)).catch(() => null);
  return secret?.length === bytes ? secret : null;
}

/** Secrets that only open what they sealed: the setting of before, and the folder's when a setting took its place. */
export async function formerSecrets(setting: string | null, before: string | null, dataDir: string): Promise<Buffer[]> {
  const folders = setting === null ? null : await ofFile(join(dataDir, secretFile)).catch(() => null);
  return [...(before === null ? [] : [ofSetting(before)]), ...(folders?.length === bytes ? [folders] : [])];
}
