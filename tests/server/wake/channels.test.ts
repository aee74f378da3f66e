import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { needProgram } from "../../../scripts/machine/need-program.ts";
import { freePort } from "../../../scripts/machine/port.ts";
import { openWake } from "../../../server/wake/open.ts";
import { openPostgresChannel } from "../../../server/wake/postgres-channel.ts";
import { sighting, team, useServer } from "../support.ts";

const server = useServer();
const silent = () => {};
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Two servers of one database, as far as wake-ups go. */
async function pair(natsUrl: string | null) {
  const { pool } = server().deps;
  const open = async () => {
    const opened = await openWake({ natsUrl, databaseUrl: server().url }, pool, silent);
    closing.push(opened.close);
    return opened.wake;
  };
  return [await open(), await open()] as const;
}

/** Moves a workspace here until the other side hears of it: a channel that is just opening or was lost may miss some. */
async function expectHeard([here, there]: Awaited<ReturnType<typeof pair>>): Promise<void> {
  let revision = 0;
  let heard = 0;
  const end = there.listen("w", (latest) => {
    heard = latest;
  });
  await expect
    .poll(
      () => {
        here.moved("w", ++revision);
        return heard;
      },
      { interval: 100 },
    )
    .toBeGreaterThan(0);
  end();
}

describe("over PostgreSQL", () => {
  it("servers hear each other, also after their listening connections were cut", async () => {
    const both = await pair(null);
    await expectHeard(both);
    const { rows } = await server().deps.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fanswer wake'",
    );
    expect(rows).toHaveLength(2);
    await expectHeard(both);
  });
});

/** Says what PostgreSQL says to one who connects and listens; the first connection breaks when it asks to listen. */
async function breakingDatabase(notification: string): Promise<string> {
  const message = (type: string, ...parts: (string | number)[]) => {
    const body = Buffer.concat(
      parts.map((part) => {
        if (typeof part === "string") return Buffer.from(part);
        const number = Buffer.alloc(4);
        number.writeInt32BE(part);
        return number;
      }),
    );
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", "I");
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    const isFirst = sockets.size === 0;
    sockets.add(socket);
    socket.on("error", silent);
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", 0), ready]));
      socket.on("data", (asked) => {
        // How the connection is to be set: done.
        if (!asked.includes("LISTEN"))
          socket.write(Buffer.concat([message("1"), message("2"), message("n"), message("C", "SELECT 1\0"), ready]));
        else if (isFirst) socket.destroy();
        else socket.write(Buffer.concat([message("C", "LISTEN\0"), ready, message("A", 1, `fanswer_moved\0${notification}\0`)]));
      });
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  closing.unshift(async () => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  return `postgresql://someone@127.0.0.1:${(listener.address() as AddressInfo).port}/any`;
}

it("a database that goes away just when it is asked to listen ends nothing: it is asked again", async () => {
  const heard: string[] = [];
  const url = await breakingDatabase("other w:7");
  const channel = openPostgresChannel(url, server().deps.pool, (text) => heard.push(text), silent);
  closing.push(channel.close);
  await expect.poll(() => heard).toEqual(["other w:7"]);
});

describe("over NATS", () => {
  let program: string | null;
  beforeAll(async () => {
    program = await needProgram("nats-server");
  }, 120_000);

  async function startNats(port: number): Promise<ChildProcess> {
    const child = spawn(program ?? "", ["-a", "127.0.0.1", "-p", String(port)], { stdio: ["ignore", "ignore", "pipe"] });
    const stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    };
    closing.unshift(stop);
    let said = "";
    for await (const part of child.stderr ?? []) {
      said += String(part);
      if (said.includes("Server is ready")) break;
    }
    return child;
  }

  it("servers hear each other, also after the NATS server was away", async ({ skip }) => {
    if (program === null) skip("nats-server is not on this machine and cannot be installed here");
    const port = await freePort();
    const nats = await startNats(port);
    const both = await pair(`nats://127.0.0.1:${port}`);
    await expectHeard(both);
    nats.kill("SIGKILL");
    await once(nats, "exit");
    both[0].moved("w", 1);
    await startNats(port);
    await expectHeard(both);
  });

  it("a server says in a sentence that the NATS server is not there", async () => {
    await expect(pair("nats://127.0.0.1:1")).rejects.toThrow("NATS_URL");
  });
});

it("without any wake-up, asking alone brings everything", async () => {
  const [ann, ben] = await team(server());
  let { cursor } = await ben.sync([]);
  for (let n = 0; n < 3; n++) {
    await ann.run("mention.report", sighting(`p${n}`));
    const answer = await ben.sync([], cursor);
    expect(answer.changes).toMatchObject([{ kind: "mention", value: { postId: `p${n}` } }]);
    cursor = answer.cursor;
  }
});
