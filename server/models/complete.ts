import { createParser } from "eventsource-parser";
import { request } from "undici";
import type { Prompt } from "../../lib/suggest/prompt.ts";
import { brokenBy, mayReach, waysOut } from "../egress/guard.ts";
import { Completion, ModelError } from "./completion.ts";

/** Where a model answers, and as whom it is asked. */
interface Model {
  /** Without /chat/completions. */
  readonly address: string;
  readonly model: string;
  readonly key: string | null;
}

/** Asks a model and gives its whole answer; throws ModelError. */
export type Complete = (model: Model, prompt: Prompt) => Promise<string>;

export interface CompleteOptions {
  /** Hosts that may be called although they are not public, also without TLS. */
  readonly allowedHosts: readonly string[];
  /** From the question to the end of the answer. */
  readonly timeoutMs: number;
  /** Longest silence of the other end. */
  readonly silenceMs: number;
}

const maxAnswerBytes = 200_000;
const maxTokens = 600;

/** Whether the workspace may name this address: TLS and a public host, or one that the operator allowed. */
export function mayCall(address: string, allowedHosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.username === "" && url.password === "" && mayReach(url, allowedHosts);
}

function checkStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 401 || status === 403) throw new ModelError("auth");
  if (status === 429) throw new ModelError("rate_limited");
  throw new ModelError(status >= 500 ? "failed" : "rejected");
}

/** Reads the answer as it streams; a server that does not stream sends one JSON object. */
async function readAnswer(body: AsyncIterable<Uint8Array>, isStream: boolean): Promise<string> {
  const completion = new Completion();
  const parser = createParser({ onEvent: ({ data }) => completion.chunk(data) });
  const decoder = new TextDecoder();
  let [bytes, whole] = [0, ""];
  for await (const part of body) {
    bytes += part.length;
    if (bytes > maxAnswerBytes) throw new ModelError("malformed");
    const text = decoder.decode(part, { stream: true });
    if (isStream) parser.feed(text);
    else whole += text;
  }
  if (!isStream) completion.whole(whole);
  return completion.end();
}

/** Calls that reach only what `mayCall` allows, follow no redirect and end in time. Neither the key nor the texts stand in an error. */
export function createComplete({ allowedHosts, timeoutMs, silenceMs }: CompleteOptions): Complete {
  const way = waysOut(allowedHosts, { connect: silenceMs, headers: silenceMs, body: silenceMs });
  return async ({ address, model, key }, { system, user }) => {
    try {
      if (!mayCall(address, allowedHosts)) throw new ModelError("blocked");
      const messages = [
        { role: "system", content: system },
        { role: "user", content: user },
      ];
      const answer = await request(`${address.replace(/\/+$/, "")}/chat/completions`, {
        dispatcher: way(new URL(address)),
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "text/event-stream",
          ...(key !== null && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model, messages, stream: true, max_tokens: maxTokens }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.statusCode >= 300) await answer.body.dump({ limit: 10_000 }).catch(() => {});
      checkStatus(answer.statusCode);
      return await readAnswer(answer.body, String(answer.headers["content-type"] ?? "").startsWith("text/event-stream"));
    } catch (thrown) {
      throw thrown instanceof ModelError ? thrown : new ModelError(brokenBy(thrown));
    }
  };
}
