import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { installPackages } from "./packages.ts";

/** The executable of a program on this machine; null when there is none. */
export async function programPath(name: string): Promise<string | null> {
  for (const folder of [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"]) {
    const file = join(folder, name);
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

/** The executable of a program that Debian has in a package of the same name, installed where it can be; null when it cannot be had. */
export async function needProgram(name: string): Promise<string | null> {
  const found = await programPath(name);
  if (found !== null) return found;
  await installPackages([name], "some seconds");
  return programPath(name);
}
