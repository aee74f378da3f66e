import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** What goes wrong with one call; a number: it is refused with this status. `lost`, `slow`: it is done, but its answer comes never, or too late. */
export type Fault = number | "lost" | "slow" | "broken" | "malformed" | "redirect" | "busy" | "busy_until_date";

/** A server of the tests' own, as the public documents describe the real one. */
export abstract class Served {
  readonly app = new Hono();
  /** Method and path of every call, in order. */
  readonly calls: string[] = [];
  private faults: Fault[] = [];
  private server: Server | null = null;
  address = "";

  constructor() {
    this.app.use(async (context, next) => {
      const { method, path } = context.req;
      this.calls.push(`${method} ${path}`);
      const fault = method === "GET" ? undefined : this.faults.shift();
      if (typeof fault === "number") return context.body(null, fault as StatusCode);
      if (fault === "busy") return context.text("Number of allowed API requests exceeded", 429, { "retry-after": "93" });
      if (fault === "busy_until_date") return context.text("later", 503, { "retry-after": "Mon, 02 Mar 2026 10:10:00 GMT" });
      if (fault === "redirect") return context.redirect("http://127.0.0.1:1/elsewhere", 307);
      await next();
      if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, 600));
      if (fault === "lost") throw new Error("lost");
      if (fault === "broken") context.res = context.text("oops", 500);
      if (fault === "malformed") context.res = context.text('{"half":');
    });
    this.app.onError((thrown, context) => {
      if (thrown.message !== "lost") return context.text(thrown.message, 500);
      (context.env as { outgoing: { destroy(): void } }).outgoing.destroy();
      return context.body(null);
    });
  }

  /** The next calls that write fail in these ways. */
  fail(...faults: Fault[]): void {
    this.faults = faults;
  }

  async start(): Promise<void> {
    const server = createAdaptorServer({ fetch: this.app.fetch }) as Server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.server = server;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** How often a call was made. */
  count(call: RegExp): number {
    return this.calls.filter((each) => call.test(each)).length;
  }

  abstract forget(): void;
}

/** Serves it for a test file; empty before each test. */
export function serve<S extends Served>(served: S): S {
  beforeAll(() => served.start());
  beforeEach(() => {
    served.fail();
    served.calls.length = 0;
    served.forget();
  });
  afterAll(() => served.stop());
  return served;
}
