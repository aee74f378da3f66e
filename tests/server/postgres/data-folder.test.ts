import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDataDir, placeOfData, secretFile } from "../../../server/postgres/data-folder.ts";
import { lockFolder } from "../../../server/postgres/folder-lock.ts";
import { onFolder } from "../../../server/postgres/folder-trouble.ts";
import { StartupError } from "../../../server/startup-error.ts";
import { useFolders } from "../data-folder.ts";

const newFolder = useFolders();
const now = () => new Date("2026-03-02T10:00:00.000Z");
const dataIn = (folder: string) => placeOfData(folder, null, false).data;

describe("a data folder", () => {
  it("is made; a file or a link that leads nowhere is not taken for one", () => {
    const folder = newFolder();
    makeDataDir(join(folder, "new"));
    expect(existsSync(join(folder, "new"))).toBe(true);
    writeFileSync(join(folder, "file"), "");
    expect(() => makeDataDir(join(folder, "file"))).toThrow("is a file: set DATA_DIR to a folder");
    symlinkSync(join(folder, "away"), join(folder, "link"));
    expect(() => makeDataDir(join(folder, "link"))).toThrow(/is a link to .*away, which is not there/);
  });

  it("holds PostgreSQL's data, where there is none yet too", () => {
    const folder = newFolder();
    const data = join(folder, "postgres");
    expect(dataIn(folder)).toBe(data);
    mkdirSync(data);
    writeFileSync(join(data, "PG_VERSION"), "18\n");
    expect(dataIn(folder)).toBe(data);
  });

  it.each([
    ["nothing", [], "is empty: if a volume belongs there, mount it"],
    ["a volume's own folder", ["lost+found"], "is the top of an empty volume"],
    ["other files", ["photo.jpg", "lost+found"], "holds photo.jpg and no PostgreSQL's data"],
  ])("is not begun anew in where its data should be stands %s", (_, files, sentence) => {
    const folder = newFolder();
    mkdirSync(join(folder, "postgres"));
    for (const file of files) writeFileSync(join(folder, "postgres", file), "");
    expect(() => dataIn(folder)).toThrow(sentence);
  });

  it("is not begun anew in where a community was, unless a backup is restored", () => {
    const folder = newFolder();
    writeFileSync(join(folder, secretFile), "00");
    expect(() => dataIn(folder)).toThrow("bring it back, restore a backup with --restore");
    expect(placeOfData(folder, null, true).data).toBe(join(folder, "postgres"));
    symlinkSync(join(folder, "away"), join(folder, "postgres"));
    expect(() => dataIn(folder)).toThrow("bring the data back to that place");
  });

  it("that the system refuses is said with a way on; what is no such refusal stays as it is", () => {
    const refused = Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS", syscall: "mkdir" });
    expect(onFolder("/data", refused)).toMatchObject({
      message:
        "The data folder /data cannot be used: EROFS: read-only file system. See to its disk and rights, or set DATA_DIR to another.",
    });
    const fault = new TypeError("a fault");
    expect(onFolder("/data", fault)).toBe(fault);
  });
});

describe("the lock on a data folder", () => {
  it("is one server's until it gives it back", async () => {
    const folder = newFolder();
    const unlock = await lockFolder(folder, now, () => {});
    const second = lockFolder(folder, now, () => {});
    await expect(second).rejects.toThrow(StartupError);
    await expect(second).rejects.toThrow(`in use by process ${process.pid} on ${hostname()} since 2026-03-02T10:00:00.000Z`);
    unlock();
    (await lockFolder(folder, now, () => {}))();
    expect(existsSync(join(folder, "server.lock"))).toBe(false);
  });

  it.each([
    ["a process that is gone", JSON.stringify({ pid: 1, born: "another one", host: hostname(), since: "" })],
    ["nobody knows whom", "half a li"],
  ])("of %s is taken over, and that is logged", async (_, left) => {
    const folder = newFolder();
    writeFileSync(join(folder, "server.lock"), left);
    const logged: string[] = [];
    const unlock = await lockFolder(folder, now, (_level, event) => logged.push(event));
    expect(logged).toEqual(["stale_lock"]);
    unlock();
  });

  const elsewhere = JSON.stringify({ pid: 1, born: "boot:1", host: "4f1c0ffee", since: "2026-01-01", space: "boot pid:[1]" });

  it("of a container that was made anew is taken once nobody touched it for a while, and the log says what is waited for", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "server.lock"), elsewhere);
    const logged: string[] = [];
    const begunAt = performance.now();
    const unlock = await lockFolder(folder, now, (_level, event) => logged.push(event), { everyMs: 20, silentMs: 240 });
    expect(performance.now() - begunAt).toBeGreaterThan(200);
    expect(logged).toEqual(["lock_of_elsewhere", "stale_lock"]);
    unlock();
  });

  it("is touched while it is held, so that those elsewhere see it, and made again when somebody deleted it", async () => {
    const folder = newFolder();
    const file = join(folder, "server.lock");
    const unlock = await lockFolder(folder, now, () => {}, { everyMs: 10, silentMs: 100 });
    const touchedMs = () => (existsSync(file) ? statSync(file).mtimeMs : 0);
    const before = touchedMs();
    await expect.poll(touchedMs).toBeGreaterThan(before);
    rmSync(file);
    await expect.poll(() => existsSync(file)).toBe(true);
    unlock();
    expect(existsSync(file)).toBe(false);
  });

  it("that another machine of an older release left is for its operator to delete", async () => {
    const folder = newFolder();
    const file = join(folder, "server.lock");
    writeFileSync(file, JSON.stringify({ pid: 1, born: "", host: "another.example", since: "2026-01-01" }));
    await expect(lockFolder(folder, now, () => {})).rejects.toThrow(`delete ${file}`);
  });
});
