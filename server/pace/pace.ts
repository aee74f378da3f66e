import { FanswerError } from "../../lib/schema/errors.ts";
import { type Paced, perHour } from "../../lib/schema/paces.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { grouped } from "../grouping.ts";
import { correctDoings, countDoings } from "../store/paces.ts";
import { RunAgain } from "../store/pool.ts";
import { all, type Queryable } from "../store/statement.ts";
import { Ledger, type Remembered } from "./ledger.ts";
import { fitsFrom, hourOf, roomAt } from "./window.ts";

/** An action of a member that counts towards an hourly limit. */
export interface CountedAction {
  readonly workspaceId: string;
  readonly kind: Paced;
  readonly member: Pick<Member, "id" | "role" | "level">;
}

/** The outcome of counting a batch of actions. */
export interface Counting<D> {
  /** The refused actions. Complete only when `count` was told to wait. */
  readonly refused: ReadonlyMap<D, FanswerError>;
  /** Throws RunAgain when something was let through, without waiting, that is over its limit. */
  readonly checked: Promise<void>;
  /** The transaction is committed: what was counted stands. */
  keep(): void;
  /** The transaction was rolled back: what was taken from memory is returned to it. */
  putBack(): void;
}

/** The share of a limit that a server reserves in the database at once and then hands out from memory, so that frequent actions rarely cost a statement. */
const aheadShare = 0.1;
/** How many refusals from memory make a note in the database. */
const noteEvery = 25;

const keyOf = ({ workspaceId, member, kind }: CountedAction): string => `${workspaceId} ${member.id} ${kind}`;

/** Refused for now: `too_many`, and from when on it works again. */
const tooMany = (again: Date): FanswerError => new FanswerError("too_many", null, { again });

/**
 * Counts what members do, in the database, so that limits hold whichever server they ask and over restarts. What was counted ahead is handed out from
 * memory; who is over a limit is refused from memory until something fits again.
 */
export class PaceKeeper {
  readonly #ledger: Ledger;
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
    this.#ledger = new Ledger(now);
  }

  /** Why this cannot be done yet, as far as this server knows; null when it may be counted. */
  refusal(on: Queryable, doing: CountedAction): FanswerError | null {
    const known = this.#ledger.of(keyOf(doing));
    const { closed } = known;
    if (closed === null || closed.until <= this.#now()) return null;
    known.refused += 1;
    if (known.refused >= noteEvery) {
      // A figure for staff; nothing is wrong when it is lost.
      all(on, correctDoings, doing.workspaceId, doing.member.id, doing.kind, 0, known.refused).catch(() => {});
      known.refused = 0;
    }
    closed.waiting += 1;
    return tooMany(fitsFrom(this.#now(), closed.limit, closed.window, closed.waiting));
  }

  /** Counts one action. Throws `too_many`. */
  async one(on: Queryable, doing: CountedAction): Promise<void> {
    const closed = this.refusal(on, doing);
    if (closed) throw closed;
    const { refused, keep } = await this.count(on, [doing], true);
    keep();
    const error = refused.get(doing);
    if (error) throw error;
  }

  /** Counts actions of one workspace, in a transaction. With `wait` it is known on return which are over their limits; without, all may go on, and `checked` throws later. */
  async count<D extends CountedAction>(on: Queryable, doings: readonly D[], wait: boolean): Promise<Counting<D>> {
    const begun = [...grouped(doings, keyOf).entries()].map(([key, same]) => this.#begin(key, same));
    const groups = begun.filter(({ lacking }) => lacking > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
    const refused = new Map<D, FanswerError>();
    const kept: (() => void)[] = [];
    const keep = () => {
      for (const each of kept) each();
    };
    const putBack = () => {
      for (const { known, handed } of begun) known.left += handed;
    };
    const checked = this.#check(on, groups, wait, refused, kept);
    checked.catch(() => {});
    if (wait) await checked;
    return { refused, checked, keep, putBack };
  }

  /** Takes from memory what was reserved there, and says how much has to be counted in the database besides. */
  #begin<D extends CountedAction>(key: string, doings: readonly D[]): Group<D> {
    const [{ kind, member }] = doings as [D, ...D[]];
    const known = this.#ledger.of(key);
    const limit = perHour(kind, member);
    const handed = Math.min(known.left, doings.length);
    known.left -= handed;
    const lacking = doings.length - handed;
    return { key, doings, known, limit, handed, lacking, take: lacking + Math.floor(limit * aheadShare) };
  }

  async #check<D extends CountedAction>(
    on: Queryable,
    groups: readonly Group<D>[],
    wait: boolean,
    refused: Map<D, FanswerError>,
    kept: (() => void)[],
  ): Promise<void> {
    const [first] = groups[0]?.doings ?? [];
    if (!first) return;
    const { workspaceId } = first;
    const column = <T>(of: (group: Group<D>) => T) => groups.map(of);
    const [members, kinds] = [column(({ doings }) => doings[0]?.member.id ?? ""), column(({ doings }) => doings[0]?.kind ?? "")];
    const at = this.#now();
    const rows = await all(
      on,
      countDoings,
      workspaceId,
      members,
      kinds,
      column(({ take }) => take),
      hourOf(at),
    );
    const found = new Map(rows.map((row) => [`${workspaceId} ${row.member_id} ${row.kind}`, row]));
    for (const { key, doings, known, limit, lacking, take } of groups) {
      const { done = take, before = 0 } = found.get(key) ?? {};
      const granted = Math.min(take, roomAt(at, limit, { done: done - take, before }));
      const over = Math.max(0, lacking - granted);
      if (over > 0 && !wait) throw new RunAgain();
      const window = { done: done - take + granted, before };
      for (const [place, doing] of doings.slice(doings.length - over).entries()) {
        refused.set(doing, tooMany(fitsFrom(at, limit, window, place + 1)));
      }
      kept.push(() => {
        known.left += Math.max(0, granted - lacking);
        if (over > 0) known.closed = { until: fitsFrom(at, limit, window, 1), window, limit, waiting: over };
      });
      const [{ member, kind }] = doings as readonly [D, ...D[]];
      if (take > granted) await all(on, correctDoings, workspaceId, member.id, kind, take - granted, over);
    }
  }
}

/** Actions of one member and kind. */
interface Group<D> {
  readonly key: string;
  readonly doings: readonly D[];
  readonly known: Remembered;
  readonly limit: number;
  /** How many of them were taken from what was reserved. */
  readonly handed: number;
  /** How many of them were not. */
  readonly lacking: number;
  /** How many are counted in the database: these and a new reserve. */
  readonly take: number;
}
