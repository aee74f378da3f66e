import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Every file that git tracks (or would, once added) under the project's root. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  return listed.split("\n").filter((path) => path !== "" && !isDeleted(path));
}

function isDeleted(path: string): boolean {
  try {
    readFileSync(path);
    return false;
  } catch {
    return true;
  }
}

export const read = (path: string): string => readFileSync(path, "utf8");

export const isCode = (path: string): boolean => /\.(ts|tsx)$/.test(path);
