/** One line of JSON per event. Fields are ids, codes, counts and times; never names, texts, codes of invitations or tokens. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** A log that writes its lines with `write`. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (level, event, fields = {}) => write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
}

/** What may be logged of a thrown value: its kind and the place, not a database's detail line, which quotes rows. */
export function errorFields(thrown: unknown): { error: string; code: string | null; stack: string | null } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, code: null, stack: null };
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : null;
  const stack =
    thrown.stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 4)
      .join(" ") ?? null;
  return { error: thrown.name, code, stack };
}
