import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Session } from "../../lib/schema/messages.ts";
import type { PageStart } from "../../lib/schema/page-start.ts";
import type { KnowledgeItem, Member, Workspace } from "../../lib/schema/workspace.ts";
import type { Drift, SetAside } from "../../lib/state/store-state.ts";
import type { OutboxRow } from "../../lib/store/database.ts";
import type { KeptText } from "../../lib/store/kept.ts";
import type { KeptFigures } from "../../lib/store/kept-figures.ts";
import { type Account, type Meta, sessionOf } from "../../lib/store/meta.ts";
import type { PassedRow } from "../../lib/store/passed.ts";
import type { PresenceRow } from "../../lib/store/presence.ts";
import type { Unread } from "../../lib/store/unread.ts";
import { acme, keywordList, noonMs, noor } from "../components/samples.ts";

/** What a device holds in a scene. */
export interface Device {
  /** Null before joining. */
  readonly member?: Member | null;
  readonly sharing?: PageStart["sharing"];
  /** Names of other communities that this device is in, of which the last one has ended. */
  readonly others?: readonly string[];
  readonly workspace?: Partial<Workspace>;
  readonly mentions?: readonly Mention[];
  readonly lists?: readonly KeywordList[];
  readonly knowledge?: readonly KnowledgeItem[];
  readonly drifts?: readonly Drift[];
  readonly presence?: readonly PresenceRow[];
  /** Ids of what the member passed on. */
  readonly passed?: readonly string[];
  /** How many operations wait to be sent. */
  readonly waiting?: number;
  /** For how many minutes still the server takes none of them. */
  readonly putOffMinutes?: number;
  /** What the member wrote for posts that they lost, the oldest first. */
  readonly kept?: readonly KeptText[];
  /** What the server's figures were when they were last read. */
  readonly figures?: readonly KeptFigures[];
  readonly unread?: Unread;
  readonly setAside?: readonly SetAside[];
  /** Why the last sync failed. */
  readonly problem?: ErrorCode;
}

/** The rows of a device's store, by table; and of the stores of its other communities the facts. */
export interface Rows {
  readonly others: readonly Partial<Meta>[];
  readonly meta: Partial<Meta>;
  readonly mentions: readonly Mention[];
  readonly lists: readonly KeywordList[];
  readonly knowledge: readonly KnowledgeItem[];
  readonly drifts: readonly Drift[];
  readonly presence: readonly PresenceRow[];
  readonly passed: readonly PassedRow[];
  readonly outbox: readonly OutboxRow[];
}

const operation = (id: string, parts: Partial<OutboxRow> = {}): OutboxRow => ({
  ...{ id, name: "suggestion.reject", args: {}, mentionId: null, atMs: noonMs, sent: false, refused: null },
  ...parts,
});

/** The rows that such a device has. */
export function rowsOf(device: Device): Rows {
  const { member = noor, sharing = "all", workspace, problem, setAside = [], waiting = 0, kept, figures, unread, putOffMinutes } = device;
  const account: Account | undefined = member
    ? { server: "https://fanswer.example", token: "t", deviceId: "d", member, workspace: { ...acme, ...workspace } }
    : undefined;
  const refused = setAside.map(({ operationId, name, mentionId, code, text }) =>
    operation(operationId, { name, mentionId, refused: code, args: { text } }),
  );
  const putOff = putOffMinutes === undefined ? {} : { notBeforeMs: noonMs + putOffMinutes * 60_000 };
  const { others = [] } = device;
  return {
    others: others.map(
      (name, at): Partial<Meta> =>
        at === others.length - 1 || !account
          ? { ended: { code: "member_removed", workspace: name } }
          : { account: { ...account, workspace: { ...account.workspace, name } } },
    ),
    meta: {
      ...(account && { account, consent: { sharing } }),
      ...(kept && { kept }),
      ...(figures && { figures }),
      ...(unread && { unread }),
      ...(problem && { trouble: { code: problem, failures: 3, retryAtMs: noonMs + 60_000 } }),
    },
    mentions: device.mentions ?? [],
    lists: device.lists ?? [keywordList],
    knowledge: device.knowledge ?? [],
    drifts: device.drifts ?? [],
    presence: device.presence ?? [],
    passed: (device.passed ?? []).map((mentionId) => ({ mentionId, atMs: noonMs })),
    outbox: [...Array.from({ length: waiting }, (_, at) => operation(`waits-${at}`, putOff)), ...refused],
  };
}

/** What the background of such a device says to who asks who is signed in. */
export function sessionIn(device: Device): Session {
  const { account, consent } = rowsOf(device).meta;
  return sessionOf(account, consent);
}
