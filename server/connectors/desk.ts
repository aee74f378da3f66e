import * as v from "valibot";
import { CallError, type Outbound, type OutboundCall } from "../egress/outbound.ts";

/** A ticket at the help desk. */
export interface Ticket {
  readonly id: string;
  /** Where an agent reads it. */
  readonly url: string;
}

interface NewTicket {
  /** Ours, stored before the first call: it finds the ticket again when the answer to its opening was lost. */
  readonly key: string;
  readonly title: string;
  /** What the post says, for Chatwoot the customer's words. */
  readonly post: string;
  /** Why it is here, the link, the draft and the history. */
  readonly note: string;
  /** What the post's author is called. */
  readonly author: string;
  readonly urgent: boolean;
}

export type TicketState = "open" | "closed" | "missing";

/** A help desk. Every call may throw CallError. */
export interface Desk {
  /** Whether address and key are right. */
  check(): Promise<void>;
  /** The ticket that was opened under a key. */
  find(key: string): Promise<Ticket | null>;
  open(ticket: NewTicket): Promise<Ticket>;
  /** Whether a note with this mark in it stands on the ticket. */
  hasNote(id: string, mark: string): Promise<boolean>;
  /** Writes a note that the customer does not see. */
  note(id: string, text: string): Promise<void>;
  /** Opens or closes it; doing so again changes nothing. */
  move(id: string, to: "open" | "closed"): Promise<void>;
  /** The state of each ticket, by its id. */
  states(ids: readonly string[]): Promise<ReadonlyMap<string, TicketState>>;
}

/** A JSON API as its documents describe it: `schema` is the part of the answer that is used. */
export type Api = <S extends v.GenericSchema>(
  method: OutboundCall["method"],
  path: string,
  schema: S,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<v.InferOutput<S>>;

/** Speaks JSON with the API at `address`. An answer of another form than documented is `malformed`. */
export function jsonApi(call: Outbound, address: string, authorization: Readonly<Record<string, string>>): Api {
  return async (method, path, schema, body, headers = {}) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const all = {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...authorization,
      ...headers,
    };
    const { status, text } = await call({ method, url: `${address}${path}`, headers: all, ...json });
    const parsed = v.safeParse(schema, parse(text, status));
    if (!parsed.success) throw new CallError("malformed", status);
    return parsed.output;
  };
}

function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CallError("malformed", status);
  }
}

/** For desks that are asked ticket by ticket. */
export async function statesOneByOne(
  ids: readonly string[],
  isClosed: (id: string) => Promise<boolean>,
): Promise<ReadonlyMap<string, TicketState>> {
  const states = new Map<string, TicketState>();
  for (const id of ids) {
    try {
      states.set(id, (await isClosed(id)) ? "closed" : "open");
    } catch (thrown) {
      if (!(thrown instanceof CallError) || thrown.problem !== "not_found") throw thrown;
      states.set(id, "missing");
    }
  }
  return states;
}
