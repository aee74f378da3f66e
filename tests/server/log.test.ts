import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { listenOn } from "../../server/listen.ts";
import { createLog, errorFields, writeTo } from "../../server/log.ts";
import { StartupError } from "../../server/startup-error.ts";

describe("the log", () => {
  it("has one line of JSON for an event", () => {
    const lines: string[] = [];
    createLog(
      (line) => lines.push(line),
      () => new Date(0),
    )("warn", "late", { ms: 3, workspace: null });
    expect(lines).toEqual(['{"at":"1970-01-01T00:00:00.000Z","level":"warn","event":"late","ms":3,"workspace":null}\n']);
  });

  it("tells kind and place of an error, and nothing that it says", () => {
    const fields = errorFields(Object.assign(new RangeError('Key (name)=("Nilu")'), { code: "23505" }));
    expect(fields).toMatchObject({ error: "RangeError", code: "23505" });
    expect(fields.stack).toMatch(/^ +at .*log\.test/);
    expect(JSON.stringify(fields)).not.toContain("Nilu");
    expect(errorFields("a word")).toEqual({ error: "string", code: null, stack: null });
  });

  it("drops lines for a reader that takes none, says how many once it reads again, and outlives one that is gone", () => {
    const written: string[] = [];
    const stream = Object.assign(new EventEmitter(), { writableLength: 0, write: (line: string) => written.push(line) });
    const write = writeTo(stream as unknown as NodeJS.WriteStream);
    write("one\n");
    stream.writableLength = 1_000_001;
    write("two\n");
    write("three\n");
    stream.writableLength = 0;
    write("four\n");
    write("five\n");
    expect(written).toEqual(["one\n", '{"level":"warn","event":"log_lines_dropped","lines":2}\n', "four\n", "five\n"]);
    expect(() => stream.emit("error", new Error("EPIPE"))).not.toThrow();
  });
});

describe("listening", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  const server = () => {
    const made = createServer((_, response) => response.end("here"));
    servers.push(made);
    return made;
  };
  afterEach(() => {
    for (const each of servers.splice(0)) each.close();
  });

  it("takes a free port and says which; a taken one is told to the operator", async () => {
    const port = await listenOn(server(), "127.0.0.1", 0, "listen", () => {});
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("here");
    const again = listenOn(server(), "127.0.0.1", port, "serve metrics", () => {});
    await expect(again).rejects.toThrow(StartupError);
    await expect(again).rejects.toThrow(new RegExp(`^Cannot serve metrics on 127\\.0\\.0\\.1, port ${port}: .*EADDRINUSE`));
  });

  it("goes on when a connection breaks in the middle, or cannot be taken", async () => {
    const logged: string[] = [];
    const listening = server();
    const port = await listenOn(listening, "127.0.0.1", 0, "listen", (_, event) => logged.push(event));
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write("GET / HT");
        socket.resetAndDestroy();
        resolve();
      });
    });
    listening.emit("error", new Error("EMFILE"));
    expect(logged).toEqual(["accept_failed"]);
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
  });
});
