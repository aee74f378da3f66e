import { FanswerError } from "../../schema/errors.ts";

/** The list in a JSON text: under `key`, or the array alone. Throws `malformed` when there is none. */
export function jsonRows(json: string, key: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value)) return value;
    const list = (value as Readonly<Record<string, unknown>> | null)?.[key];
    if (Array.isArray(list)) return list;
  } catch (cause) {
    throw new FanswerError("malformed", "not JSON", { cause });
  }
  throw new FanswerError("malformed", `no list of ${key}`);
}
