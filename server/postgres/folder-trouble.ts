import { statSync } from "node:fs";
import { dirname } from "node:path";
import { StartupError } from "../startup-error.ts";

/** The nearest folder or file to `path` that is there for this process, and the number of its user; null when there is none to be seen. */
function ownerOf(path: string): number | null {
  try {
    return statSync(path).uid;
  } catch {
    return path === dirname(path) ? null : ownerOf(dirname(path));
  }
}

/** Where rights are lacking: whose it is, and who asks. */
function rights(path: string): string {
  const owner = ownerOf(path);
  const asks = process.getuid?.();
  return owner === null || asks === undefined || asks === owner || asks === 0
    ? ""
    : ` It belongs to user ${owner} and this server is user ${asks}: give it to the server's user (chown -R ${asks} ${path}), or start as the other.`;
}

/** What the system refuses of the data folder (read-only, another user's, full) as a sentence with a way on; anything else as it is. */
export function onFolder(folder: string, thrown: unknown): unknown {
  if (!(thrown instanceof Error && "syscall" in thrown && "code" in thrown)) return thrown;
  const lacksRights = thrown.code === "EACCES" || thrown.code === "EPERM";
  const whose = lacksRights ? rights("path" in thrown ? String(thrown.path) : folder) : "";
  return new StartupError(
    `The data folder ${folder} cannot be used: ${thrown.message}.${whose || " See to its disk and rights, or set DATA_DIR to another."}`,
    { cause: thrown },
  );
}
