import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Copies the built extension to `folder`, with its optional permissions given from the start: no program may press Chromium's own question. The scripts are
 * the same to the letter.
 */
export async function allowingCopy(extension: string, folder: string): Promise<string> {
  await cp(extension, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const { optional_permissions: given = [], permissions = [], ...manifest } = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, permissions: [...permissions, ...given] }));
  return folder;
}
