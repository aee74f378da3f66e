import pg from "pg";

/** SQL under a name, so that PostgreSQL plans it once per connection. `Args` are $1, $2 ... in their order, or one record: see `named`. */
export interface Statement<Args extends readonly unknown[], Row> {
  readonly name: string;
  readonly text: string;
  /** The fields of the record that are $1, $2 ...; none when the arguments are. */
  readonly fields?: readonly string[];
  /** Never set: it ties `Args` and `Row` to the statement for the compiler. */
  readonly types?: (args: Args) => Row;
}

/** Declares a statement; its text may not change while a server runs. */
export function statement<Args extends readonly unknown[], Row = never>(name: string, text: string): Statement<Args, Row> {
  return { name, text };
}

/** Declares a statement that takes one record: its text says $field where the value of that field goes. $1 is the workspace, as everywhere. */
export function named<Values extends { readonly workspaceId: string }, Row = never>(
  name: string,
  text: string,
): Statement<[values: Readonly<Values>], Row> {
  const fields = ["workspaceId"];
  const numbered = text.replace(/\$([a-z]\w*)/gi, (_, field: string) => {
    if (!fields.includes(field)) fields.push(field);
    return `$${fields.indexOf(field) + 1}`;
  });
  return { name, text: numbered, fields };
}

function valuesOf({ name, fields }: Statement<never, unknown>, args: readonly unknown[]): unknown[] {
  if (fields === undefined) return [...args];
  const record = args[0] as Readonly<Record<string, unknown>>;
  return fields.map((field) => {
    // pg would send it as NULL, and nobody would notice.
    if (record[field] === undefined) throw new TypeError(`${name} lacks ${field}`);
    return record[field];
  });
}

/** A connection inside a transaction, or the pool for a statement that stands alone. */
export type Queryable = Pick<pg.ClientBase | pg.Pool, "query">;

/** The database could not be reached, or went away before it answered: nothing is said of what was asked. */
export class DatabaseAway extends Error {
  /** The system's word for it, such as ECONNREFUSED. */
  readonly code: string | null;

  constructor(cause: Error) {
    super("the database is away", { cause });
    this.name = "DatabaseAway";
    this.code = "code" in cause && typeof cause.code === "string" ? cause.code : null;
  }
}

/** What went wrong with a connection: an answer of the database and a fault of ours stay what they are, the rest is its absence. */
export function connectionError(error: Error): Error {
  const isOurs = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  return error instanceof pg.DatabaseError || isOurs ? error : new DatabaseAway(error);
}

/**
 * What the database answers to `query`. Asked with a callback: the promises that pg makes keep what was answered alive until the next full
 * collection, which costs ten milliseconds every few hundred.
 */
export function sent(on: Queryable, query: pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    on.query(query, (error: Error | undefined, result) => (error ? reject(connectionError(error)) : resolve(result)));
  });
}

/** A database that spreads the tables just moved what was asked for: nothing was done, and the same is answered when it is asked again. */
export const isMoved = (thrown: unknown): boolean => thrown instanceof pg.DatabaseError && thrown.hint === "Retry the query.";

/** All rows that the statement gives. */
export async function all<Args extends readonly unknown[], Row>(on: Queryable, what: Statement<Args, Row>, ...args: Args): Promise<Row[]> {
  const query = { name: what.name, text: what.text, values: valuesOf(what, args) };
  // What stands alone is asked again here, a transaction as a whole.
  const answer = on instanceof pg.Pool ? sent(on, query).catch((thrown: unknown) => again(on, query, thrown)) : sent(on, query);
  return (await answer).rows as Row[];
}

/** Asks once more where what was asked for had just been moved to another machine. */
function again(on: Queryable, query: pg.QueryConfig, thrown: unknown): Promise<pg.QueryResult> {
  if (!isMoved(thrown)) throw thrown;
  return sent(on, query);
}

/** The first row, or null when there is none. */
export async function first<Args extends readonly unknown[], Row>(
  on: Queryable,
  what: Statement<Args, Row>,
  ...args: Args
): Promise<Row | null> {
  return (await all(on, what, ...args))[0] ?? null;
}

/** The one row that a statement gives by its nature (a count, an upsert). */
export async function one<Args extends readonly unknown[], Row>(on: Queryable, what: Statement<Args, Row>, ...args: Args): Promise<Row> {
  const row = await first(on, what, ...args);
  if (row === null) throw new Error(`${what.name} gave no row`);
  return row;
}
