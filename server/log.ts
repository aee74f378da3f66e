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

/** Of lines that a slow reader has not taken yet; what comes then is dropped. */
const waitingBytes = 1_000_000;

/** Writes to a stream whose reader may be slow or gone (a pager, a log shipper): neither may end the process or fill its memory. */
export function writeTo(stream: NodeJS.WriteStream): (line: string) => void {
  let dropped = 0;
  stream.on("error", () => {});
  return (line) => {
    if (stream.writableLength > waitingBytes) {
      dropped += 1;
      return;
    }
    if (dropped > 0) stream.write(`${JSON.stringify({ level: "warn", event: "log_lines_dropped", lines: dropped })}\n`);
    dropped = 0;
    stream.write(line);
  };
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
