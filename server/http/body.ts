import type { Context } from "hono";
import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { limits, oldestProtocol, protocolVersion } from "../../lib/schema/wire.ts";

const WithProtocol = v.object({ protocol: v.pipe(v.number(), v.integer()) });

/** No request of ours nests deeper, or holds more values to a byte (the densest is a part of a keyword list). */
const mostNested = 24;
const mostValues = limits.requestBytes / 5;

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** Whether the text may be parsed at all: counted by its signs before anything is built of it, in one pass. */
function isModest(text: string): boolean {
  let nested = 0;
  let values = 1;
  for (let at = 0; at < text.length && nested <= mostNested && values <= mostValues; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === ",") values++;
    else if (sign === "[" || sign === "{") nested++;
    else if (sign === "]" || sign === "}") nested--;
    if (sign === "[" || sign === "{") values++;
  }
  return nested <= mostNested && values <= mostValues;
}

/** PostgreSQL stores neither the character 0 nor half an emoji, which a cut at a fixed length leaves behind. Both can only come from an escape. */
const unstorable = /\\u(?:0000|[dD][89a-fA-F])/;
const escaped = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)/g;
const storable = (sign: string): string => (sign.length === 6 && unstorable.test(sign) ? "\\ufffd" : sign);

function parseJson(text: string): unknown {
  if (!isModest(text)) throw new FanswerError("malformed");
  try {
    return JSON.parse(unstorable.test(text) ? text.replace(escaped, storable) : text);
  } catch (thrown) {
    throw new FanswerError("malformed", null, { cause: thrown });
  }
}

/** The token of a request; throws `unauthorized` when there is none. */
export function tokenOf(context: Context): string {
  const token = /^Bearer (\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token === undefined) throw new FanswerError("unauthorized");
  return token;
}

/**
 * What was thrown while a body was read, as an error of ours. A sender who leaves in the middle is no fault of the server: a device that is closed
 * does so, and a bad one a thousand times.
 */
export function bodyFault(thrown: unknown): FanswerError {
  return thrown instanceof FanswerError ? thrown : new FanswerError("malformed", "cut off", { cause: thrown });
}

const cutOff = (thrown: unknown): never => {
  throw bodyFault(thrown);
};

/** The body of a request as `schema` reads it. The protocol is looked at first: another version may have another form. */
export async function readBody<Schema extends v.GenericSchema>(context: Context, schema: Schema): Promise<v.InferOutput<Schema>> {
  const body = parseJson(await context.req.text().catch(cutOff));
  if (v.is(WithProtocol, body)) {
    if (body.protocol < oldestProtocol) throw new FanswerError("protocol_old");
    if (body.protocol > protocolVersion) throw new FanswerError("protocol_new");
  }
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new FanswerError("malformed", v.getDotPath(parsed.issues[0]));
  return parsed.output;
}
