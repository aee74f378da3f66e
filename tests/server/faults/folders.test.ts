import { execFile, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { isReachable } from "../../../server/postgres/owner.ts";
import { giveData, useFolders } from "../data-folder.ts";
import { type ServerProcess, startProcess } from "../process.ts";

const newFolder = useFolders();
const running: ServerProcess[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.end("SIGTERM");
});

async function start(folder: string): Promise<ServerProcess> {
  const server = await startProcess({ DATA_DIR: folder });
  running.push(server);
  return server;
}

const stop = async (server: ServerProcess) => running.splice(running.indexOf(server), 1)[0]?.end("SIGTERM");

/** Runs a program of the system to its end. */
const system = (program: string, ...args: string[]) => promisify(execFile)(program, args);

let community: string | null = null;

afterAll(() => {
  if (community !== null) rmSync(community, { recursive: true });
});

/** A folder with the data of a community, on which no server runs; made once, and copied. */
async function withCommunity(): Promise<string> {
  const folder = newFolder();
  if (community === null) {
    giveData(folder);
    await stop(await start(folder));
    community = mkdtempSync(join(tmpdir(), "fanswer-test-"));
    await system("cp", "-aL", `${folder}/.`, community);
  } else await system("cp", "-a", `${community}/.`, folder);
  return folder;
}

/** The start is refused in a sentence that matches, without a trace of where in the code. */
async function expectRefused(folder: string, sentence: RegExp): Promise<void> {
  const message = await start(folder).then(
    () => "it started",
    (thrown: Error) => thrown.message,
  );
  expect(message).toMatch(sentence);
  expect(message).not.toMatch(/^ {4}at /m);
}

describe("where data was, no community begins anew", () => {
  it.each([
    ["postgres", (folder: string) => join(folder, "postgres")],
    ["the data folder itself", (folder: string) => folder],
  ])("a link in place of %s that leads nowhere is named, and nothing is made", async (_, placeIn) => {
    const folder = join(newFolder(), "data");
    const place = placeIn(folder);
    mkdirSync(dirname(place), { recursive: true });
    const target = join(dirname(folder), "gone");
    symlinkSync(target, place);
    await expectRefused(folder, new RegExp(`is a link to ${target}, which is not there: .*(restore|DATA_DIR)`));
    expect(existsSync(target)).toBe(false);
    rmSync(place);
  });

  it("data that went from under its link is missed; brought back it goes on", async () => {
    const folder = await withCommunity();
    const data = realpathSync(join(folder, "postgres"));
    const secret = readFileSync(join(folder, "secret.key"), "utf8");
    const away = newFolder();
    await system("mv", data, join(away, "postgres"));
    rmSync(join(folder, "postgres"), { force: true });
    await expectRefused(folder, /^The data of the community in .* bring it back, restore a backup with --restore, or delete that file/);
    await system("mv", join(away, "postgres"), join(folder, "postgres"));
    await start(folder);
    expect(readFileSync(join(folder, "secret.key"), "utf8")).toBe(secret);
  });

  it.each([
    ["an empty mount", [], /\/postgres is empty: if a volume belongs there, mount it; .*at DATA_DIR/],
    ["the top of a volume", ["lost+found"], /\/postgres is the top of an empty volume: mount that at DATA_DIR/],
    ["other people's files", ["holiday.jpg"], /\/postgres holds holiday\.jpg and no PostgreSQL's data: set DATA_DIR/],
  ])("%s at DATA_DIR/postgres is refused", async (_, names, sentence) => {
    const folder = newFolder();
    for (const name of ["", ...names]) mkdirSync(join(folder, "postgres", name));
    await expectRefused(folder, sentence);
    expect(readdirSync(join(folder, "postgres"))).toEqual(names);
  });
});

it("a volume mounted at DATA_DIR, with lost+found at its top, is where a community begins", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "lost+found"), { mode: 0o700 });
  expect((await start(folder)).invitations.admin).toContain("#");
});

it("a first start goes on where another was killed while it made the data, whose program still writes", async () => {
  const folder = newFolder();
  const begun = join(folder, "postgres.new");
  let n = 0;
  const writing = setInterval(() => {
    mkdirSync(begun, { recursive: true });
    writeFileSync(join(begun, `${n++}`), "");
  }, 1);
  try {
    expect((await start(folder)).invitations.admin).toContain("#");
  } finally {
    clearInterval(writing);
  }
});

describe("a hardened machine", () => {
  /** Starts under a umask, as a unit with UMask= does; says whether it was ready, and what it printed of its own accord. */
  async function startUnder(umask: string, folder: string): Promise<string> {
    const child = spawn("sh", ["-c", `umask ${umask}; exec "$NODE" server/main.ts --json`], {
      env: { PATH: process.env.PATH, NODE: process.execPath, PORT: "0", DATA_DIR: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stderr.on("data", (data) => {
      said += data;
    });
    const ready = new Promise((resolve) => child.stdout.once("data", resolve));
    await Promise.race([ready, ended]);
    child.kill("SIGTERM");
    return (await ended) === 0 ? "ready" : said;
  }

  it.each(["077", "027"])("a first start under umask %s, and later ones", async (umask) => {
    const folder = join(newFolder(), "deep", "data");
    expect(await startUnder(umask, folder)).toBe("ready");
    expect(await startUnder("022", folder)).toBe("ready");
    expect(await startUnder(umask, folder)).toBe("ready");
  });
});

describe("a lock of a container that was made anew", () => {
  const lockOf = (folder: string, changed: object) =>
    writeFileSync(
      join(folder, "server.lock"),
      JSON.stringify({ pid: 1, born: "boot:1", host: "4f1c0ffee", since: "2026-11-29T10:00:00.000Z", space: "boot pid:[1]", ...changed }),
    );

  it("is kept while its holder still touches it: two servers never share a folder", async () => {
    const folder = await withCommunity();
    lockOf(folder, {});
    const holder = setInterval(() => lockOf(folder, {}), 1_000);
    try {
      await expectRefused(
        folder,
        /in use by process 1 on 4f1c0ffee .*If that machine or container no longer runs it, delete .*server\.lock/,
      );
    } finally {
      clearInterval(holder);
    }
  });
});

describe("what the system refuses", () => {
  it.each([
    ["a file system that is read-only", "/sys/kernel"],
    ["a place where no folder can be made", "/proc/fanswer"],
  ])("%s is said with a way on", (_, folder) => expectRefused(folder, /^The data folder .* cannot be used: .*set DATA_DIR to another\.$/));

  it("a file in place of the folder", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    await expectRefused(file, /is a file: set DATA_DIR to a folder/);
  });

  it("a folder that its own user may no longer write is mended", async () => {
    const folder = await withCommunity();
    chmodSync(realpathSync(join(folder, "postgres")), 0o500);
    await start(folder);
  });
});

const other = { uid: 65_534, gid: 65_534 };
/** Only root may be somebody else, who must be able to read the program. */
const canBeOther = process.getuid?.() === 0 && isReachable(process.cwd(), other);

describe.runIf(canBeOther)("a folder of another user", () => {
  /** Starts as another user than root; gives what a refused start says. */
  const refusalOf = (folder: string): Promise<string> =>
    promisify(execFile)(process.execPath, ["server/main.ts", "--json"], {
      env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: folder },
      timeout: 30_000,
      ...other,
    }).then(
      () => "it started",
      ({ stderr }: { stderr: string }) => stderr,
    );
  const wayOn =
    /^The data folder .* cannot be used: EACCES.* It belongs to user 0 and this server is user 65534: give it to the server's user/;

  it.each([
    ["root's", 0o755],
    ["root's and closed", 0o700],
  ])("that is %s: whose it is, and what to do", async (_, mode) => {
    const folder = newFolder();
    chmodSync(folder, mode);
    expect(await refusalOf(folder)).toMatch(wayOn);
    chmodSync(folder, 0o755);
  });

  it("whose server's secret is another's", async () => {
    const folder = await withCommunity();
    chownSync(folder, other.uid, other.gid);
    await system("chown", "-R", `${other.uid}:${other.gid}`, realpathSync(join(folder, "postgres")));
    expect(await refusalOf(folder)).toMatch(wayOn);
  });

  it("that is root's server's: PostgreSQL runs as whose the data is, and goes on after a copy that made it root's", async () => {
    const folder = await withCommunity();
    const data = realpathSync(join(folder, "postgres"));
    for (const user of ["0:0", "65534:65534"]) {
      await system("chown", "-R", user, data);
      await stop(await start(folder));
    }
  });
});
