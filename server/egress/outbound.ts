import { Agent, request } from "undici";
import type { CallProblem } from "../../lib/schema/integration.ts";
import { guardedLookup } from "./addresses.ts";
import { brokenBy, mayReach } from "./guard.ts";

/** Why a call failed. `retryAfterMs`: how long the other end asked to be left alone. */
export class CallError extends Error {
  readonly problem: CallProblem;
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(problem: CallProblem, status: number | null = null, retryAfterMs: number | null = null) {
    // Neither address nor answer: both may hold secrets, and this text is logged.
    super(status === null ? problem : `${problem} (${status})`);
    this.name = "CallError";
    this.problem = problem;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface OutboundCall {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface OutboundAnswer {
  readonly status: number;
  readonly text: string;
}

/** One call out of the house. Throws CallError for whatever is not a 2xx. */
export type Outbound = (call: OutboundCall) => Promise<OutboundAnswer>;

const maxAnswerBytes = 1_000_000;

/** Seconds, or a date. */
function retryAfter(header: string | string[] | undefined, nowMs: number): number | null {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return null;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function problemOf(status: number): CallProblem {
  if (status === 401 || status === 403) return "auth";
  if (status === 404 || status === 410) return "not_found";
  if (status === 429) return "rate_limited";
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "redirected";
}

async function limitedText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > maxAnswerBytes) throw new CallError("malformed");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

export interface OutboundOptions {
  /** Host names and addresses that calls may go to although they are not public, also without TLS. */
  readonly allowedHosts: readonly string[];
  /** For a whole call; 10 seconds when left out. */
  readonly timeoutMs?: number;
  readonly now: () => Date;
}

/** Calls that follow no redirect, reach only public addresses over TLS (and what the operator allowed), and end in time. */
export function createOutbound({ allowedHosts, timeoutMs = 10_000, now }: OutboundOptions): Outbound {
  const allowed = new Set(allowedHosts);
  const agent = new Agent({ connect: { lookup: guardedLookup(allowed), timeout: timeoutMs } });
  return async ({ method, url, headers, body }) => {
    try {
      if (!mayReach(new URL(url), allowed)) throw new CallError("blocked");
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await request(url, { dispatcher: agent, method, headers, body: body ?? null, signal });
      const { statusCode: status } = answer;
      const text = await limitedText(answer.body);
      if (status >= 200 && status < 300) return { status, text };
      throw new CallError(problemOf(status), status, retryAfter(answer.headers["retry-after"], now().getTime()));
    } catch (thrown) {
      throw thrown instanceof CallError ? thrown : new CallError(brokenBy(thrown));
    }
  };
}
