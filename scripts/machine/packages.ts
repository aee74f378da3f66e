import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { getuid, platform } from "node:process";

const run = (command: string, args: readonly string[]) =>
  new Promise<boolean>((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });

async function canInstall(): Promise<boolean> {
  if (platform !== "linux" || getuid?.() !== 0) return false;
  return access("/usr/bin/apt-get").then(
    () => true,
    () => false,
  );
}

/** Installs packages of Debian or Ubuntu where this is one and we are root; does nothing elsewhere. */
export async function installPackages(names: readonly string[], about: string): Promise<void> {
  if (!(await canInstall())) return;
  console.log(`installing ${names.join(" ")} (${about})`);
  if (!(await run("apt-get", ["update", "-q"]))) return;
  await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...names]);
}
