import pg from "pg";

/** SQL under a name, so that PostgreSQL plans it once per connection. `Args` are $1, $2 ... in their order. */
export interface Statement<Args extends readonly unknown[], Row> {
  readonly name: string;
  readonly text: string;
  /** Only for the compiler. */
  readonly types?: (args: Args) => Row;
}

/** Declares a statement; its text may not change while a server runs. */
export function statement<Args extends readonly unknown[], Row = never>(name: string, text: string): Statement<Args, Row> {
  return { name, text };
}

/** A connection inside a transaction, or the pool for a statement that stands alone. */
export type Connection = Pick<pg.ClientBase | pg.Pool, "query">;

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
export function sent(on: Connection, query: pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    on.query(query, (error: Error | undefined, result) => (error ? reject(connectionError(error)) : resolve(result)));
  });
}

/** All rows that the statement gives. */
export async function all<Args extends readonly unknown[], Row>(
  on: Connection,
  { name, text }: Statement<Args, Row>,
  ...args: Args
): Promise<Row[]> {
  return (await sent(on, { name, text, values: [...args] })).rows as Row[];
}

/** The first row, or null when there is none. */
export async function first<Args extends readonly unknown[], Row>(
  on: Connection,
  what: Statement<Args, Row>,
  ...args: Args
): Promise<Row | null> {
  return (await all(on, what, ...args))[0] ?? null;
}

/** The one row that a statement gives by its nature (a count, an upsert). */
export async function one<Args extends readonly unknown[], Row>(on: Connection, what: Statement<Args, Row>, ...args: Args): Promise<Row> {
  const row = await first(on, what, ...args);
  if (row === null) throw new Error(`${what.name} gave no row`);
  return row;
}
