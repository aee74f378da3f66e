import { type Dispatcher, request } from "undici";
import type { CallProblem } from "../../lib/schema/integration.ts";
import { brokenBy, mayReach, waysOut } from "./guard.ts";

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
  /** What it answers is of no use: the status says whether it was heard, and `text` is empty. */
  readonly statusOnly?: boolean;
}

interface OutboundAnswer {
  readonly status: number;
  readonly text: string;
}

/** One call out of the house. Throws CallError for whatever is not a 2xx. */
export type Outbound = (call: OutboundCall) => Promise<OutboundAnswer>;

const maxAnswerBytes = 1_000_000;

/** How much of an answer that nobody reads is taken, and for how long, so that its connection can serve again. */
const dropBytes = 16_000;
const dropMs = 1_000;

function problemOf(status: number): CallProblem {
  if (status === 401 || status === 403) return "auth";
  // 405: a page, but none that can be told anything.
  if (status === 404 || status === 405 || status === 410) return "not_found";
  if (status === 425 || status === 429) return "rate_limited";
  if (status === 408) return "timeout";
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "redirected";
}

/** The longest pause that another system may ask for; longer than any pause of our own. */
const mostRetryMs = 7 * 24 * 60 * 60_000;

/** How long a Retry-After asks to be left alone, in ms: seconds, or a date; null for what is neither. No more than a week. */
export function retryAfter(header: string | string[] | undefined, nowMs: number): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? "";
  // A date has a time of day; without one, Date.parse would take "-5" and "1.5" for years.
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : text.includes(":") ? Date.parse(text) - nowMs : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), mostRetryMs);
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

/** Once the status is there, what becomes of the body changes nothing: it may be endless, cut or a bomb. */
async function drop(body: Dispatcher.ResponseData["body"]): Promise<void> {
  await body.dump({ limit: dropBytes, signal: AbortSignal.timeout(dropMs) }).catch(() => {});
}

export interface OutboundOptions {
  /** Host names and addresses that calls may go to although they are not public, also without TLS. */
  readonly allowedHosts: readonly string[];
  /** For a whole call; 20 seconds when left out, as receivers that work before they answer take up to 15. */
  readonly timeoutMs?: number;
  readonly now: () => Date;
}

/** Calls that follow no redirect, reach only public addresses over TLS (and what the operator allowed), and end in time. */
export function createOutbound({ allowedHosts, timeoutMs = 20_000, now }: OutboundOptions): Outbound {
  const way = waysOut(allowedHosts, { connect: timeoutMs });
  return async ({ method, url, headers, body, statusOnly = false }) => {
    try {
      const to = URL.parse(url);
      if (to === null || !mayReach(to, allowedHosts)) throw new CallError("blocked");
      const signal = AbortSignal.timeout(timeoutMs);
      const named = { "user-agent": "Fanswer", ...headers };
      const answer = await request(to, { dispatcher: way(to), method, headers: named, body: body ?? null, signal });
      const { statusCode: status } = answer;
      const isDone = status >= 200 && status < 300;
      if (isDone && !statusOnly) return { status, text: await limitedText(answer.body) };
      await drop(answer.body);
      if (isDone) return { status, text: "" };
      throw new CallError(problemOf(status), status, retryAfter(answer.headers["retry-after"], now().getTime()));
    } catch (thrown) {
      throw thrown instanceof CallError ? thrown : new CallError(brokenBy(thrown));
    }
  };
}
