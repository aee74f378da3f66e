import { expect } from "vitest";
import { command } from "../../../server/tasks/command.ts";
import type { TestServer } from "../support.ts";

/** Commands as an operator gives them to the server of a test. */
export function operatorOf(server: () => TestServer, signal: AbortSignal) {
  /** Gives one: the exit code, and what it printed. */
  async function give(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const said = { out: "", err: "" };
    const { now, log } = server().deps;
    const say = (text: string) => {
      said.out += text;
    };
    const complain = (text: string) => {
      said.err += text;
    };
    const env = { DATABASE_URL: server().url, PUBLIC_URL: "https://fanswer.example/fans" };
    return { code: await command(args, env, { signal, now, log, say, complain }), ...said };
  }
  /** The same in a workspace, as JSON; the command has to be done. */
  async function found(...args: string[]): Promise<unknown> {
    const { code, out, err } = await give(...args, "--json");
    expect([code, err]).toEqual([0, ""]);
    return JSON.parse(out);
  }
  return { give, found };
}
