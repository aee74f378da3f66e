import type { Context } from "hono";
import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { oldestProtocol, protocolVersion } from "../../lib/schema/wire.ts";

const WithProtocol = v.object({ protocol: v.pipe(v.number(), v.integer()) });

/** PostgreSQL stores neither the character 0 nor half an emoji, which a cut at a fixed length leaves behind. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd").replaceAll("\0", "\ufffd") : value;

function parseJson(text: string): unknown {
  try {
    // Both can only come from an escape.
    return text.includes("\\u") ? JSON.parse(text, storable) : JSON.parse(text);
  } catch (thrown) {
    throw new FanswerError("malformed", null, { cause: thrown });
  }
}

/** The body of a request as `schema` reads it. The protocol is looked at first: another version may have another form. */
export async function readBody<Schema extends v.GenericSchema>(context: Context, schema: Schema): Promise<v.InferOutput<Schema>> {
  const body = parseJson(await context.req.text());
  if (v.is(WithProtocol, body)) {
    if (body.protocol < oldestProtocol) throw new FanswerError("protocol_old");
    if (body.protocol > protocolVersion) throw new FanswerError("protocol_new");
  }
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new FanswerError("malformed", v.getDotPath(parsed.issues[0]));
  return parsed.output;
}

/** The token that a request carries; throws `unauthorized` without one. */
export function bearerOf(context: Context): string {
  const token = /^Bearer (\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (token === undefined) throw new FanswerError("unauthorized");
  return token;
}
