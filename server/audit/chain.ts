import { createHash } from "node:crypto";

/** What a line of the log of decisions says, as the chain reads it. */
export interface LineWords {
  /** ISO 8601 with microseconds, as the database has it. */
  readonly at: string;
  readonly entryId: string;
  /** Null: a rule, a desk or the server's operator. */
  readonly member: string | null;
  readonly action: string;
  readonly subject: string;
  /** JSON, to the letter as it is stored. */
  readonly detail: string;
  readonly salt: Buffer;
}

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** What the chain holds of a line: SHA-256 of its fields as a JSON array, the salt in hexadecimal. */
export const digestOf = (workspaceId: string, { at, entryId, member, action, subject, detail, salt }: LineWords): Buffer =>
  sha256(JSON.stringify([workspaceId, at, entryId, member, action, subject, detail, salt.toString("hex")]));

const nothing = Buffer.alloc(0);

/** The digests of lines that are added together, folded into one: SHA-256 of the fold up to the line before and this line's digest. */
const chainFold = (before: Buffer | null, digest: Buffer): Buffer => sha256(before ?? nothing, digest);

/** A fold for each line. */
export function chainFolds(digests: readonly Buffer[]): Buffer[] {
  const folds: Buffer[] = [];
  for (const digest of digests) folds.push(chainFold(folds.at(-1) ?? null, digest));
  return folds;
}

/** The hash of the line at `seq`: SHA-256 of the hash at its base, its place in decimal digits, and its fold. `audit.link` says the same in SQL. */
export const chainHash = (baseHash: Buffer, seq: number, fold: Buffer): Buffer => sha256(baseHash, String(seq), fold);

/** What is signed of a place in the chain. */
export const markText = (workspaceId: string, kind: string, seq: number, hash: Buffer): string =>
  JSON.stringify([workspaceId, kind, seq, hash.toString("hex")]);

/** A line as it stands in the chain; `digest` where something of it was erased. */
export interface ChainLine extends LineWords {
  readonly seq: number;
  readonly base: number;
  readonly hash: Buffer;
  readonly digest: Buffer | null;
}

/** A place in the chain. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Where the chain does not hold. `missing`: from `seq` up to and with `to`. `swapped`: what stands at `to` belongs at `seq`. */
export type ChainFault =
  | { readonly problem: "changed"; readonly seq: number }
  | { readonly problem: "missing"; readonly seq: number; readonly to: number }
  | { readonly problem: "swapped"; readonly seq: number; readonly to: number };

/** Walks along a chain from a place whose hash is known. */
export class ChainWalk {
  /** The last place that was found to hold. */
  last: ChainPlace;
  private base: ChainPlace;
  private fold: Buffer | null = null;
  private readonly workspaceId: string;

  constructor(workspaceId: string, from: ChainPlace) {
    this.workspaceId = workspaceId;
    this.last = from;
    this.base = from;
  }

  private digest(line: ChainLine): Buffer {
    return line.digest ?? digestOf(this.workspaceId, line);
  }

  /** Looks at the next lines, in the order of their places; gives the first fault. */
  next(lines: readonly ChainLine[]): ChainFault | null {
    for (const [at, line] of lines.entries()) {
      const seq = this.last.seq + 1;
      if (line.seq !== seq) return { problem: "missing", seq, to: line.seq - 1 };
      const isFirst = line.base === this.last.seq;
      const [base, before] = isFirst ? [this.last, null] : [this.base, this.fold];
      const fold = chainFold(before, this.digest(line));
      if (line.base !== base.seq || !chainHash(base.hash, seq, fold).equals(line.hash)) return this.faultAt(line, lines.slice(at + 1));
      [this.base, this.fold, this.last] = [base, fold, line];
    }
    return null;
  }

  /** The line is not what was written there: it was changed, unless what was written there stands further on. */
  private faultAt(line: ChainLine, later: readonly ChainLine[]): ChainFault {
    const { seq } = line;
    const ways = [
      [this.last, null],
      [this.base, this.fold],
    ] as const;
    const other = later.find((each) =>
      ways.some(([base, before]) => {
        const hash = chainHash(base.hash, seq, chainFold(before, this.digest(each)));
        return hash.equals(line.hash) || hash.equals(each.hash);
      }),
    );
    return other ? { problem: "swapped", seq, to: other.seq } : { problem: "changed", seq };
  }
}
