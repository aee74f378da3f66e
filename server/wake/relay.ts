import { errorFields, type Log } from "../log.ts";
import type { Wake } from "./hub.ts";

/** A way between the servers of one database. What it loses costs only time. */
export interface Channel {
  /** Sends to every server that listens, perhaps also to this one. Rejects when it cannot now. */
  send(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Bytes of one message; PostgreSQL takes 8,000. */
const messageBytes = 7_900;

/** What one server tells the others, in the order in which it is sent. */
interface Waiting {
  /** Members whose devices are to be asked again, as `workspace/member`. */
  readonly shutOut: Set<string>;
  /** Workspaces that moved, with their revisions. */
  readonly moves: Map<string, number>;
}

/** A message: who sends it, then every `workspace/member` that was shut out and every `workspace:revision` that moved. What does not fit stays in `waiting`. */
function takeMessage(sender: string, { shutOut, moves }: Waiting): string {
  let text = sender;
  const take = (part: string): boolean => {
    if (text.length + 1 + part.length > messageBytes) return false;
    text += ` ${part}`;
    return true;
  };
  for (const part of shutOut) if (take(part)) shutOut.delete(part);
  for (const [workspaceId, revision] of moves) if (take(`${workspaceId}:${revision}`)) moves.delete(workspaceId);
  return text;
}

/** What takes in the messages of other servers; those of `self` come back and are dropped. */
export function hearOthers(hub: Wake, self: string): (text: string) => void {
  return (text) => {
    const [sender, ...moves] = text.split(" ");
    if (sender === self) return;
    for (const move of moves) {
      const [shutIn = "", memberId] = move.split("/");
      if (memberId !== undefined) hub.shutOut(shutIn, memberId);
      const [workspaceId = "", revision] = move.split(":");
      if (Number.isSafeInteger(Number(revision))) hub.moved(workspaceId, Number(revision));
    }
  };
}

/** Tells the other servers what it has not told them yet, before it ends. */
interface Relay extends Wake {
  flush(): Promise<void>;
}

/** `hub`, which also tells the other servers: at most one message in `pauseMs`, for all workspaces that moved. */
export function tellOthers(hub: Wake, self: string, channel: Pick<Channel, "send">, log: Log, pauseMs = 50): Relay {
  const waiting: Waiting = { shutOut: new Set(), moves: new Map() };
  let isPlanned = false;

  const plan = () => {
    if (isPlanned || waiting.shutOut.size + waiting.moves.size === 0) return;
    isPlanned = true;
    setTimeout(() => void send(), pauseMs).unref();
  };

  async function send(): Promise<void> {
    await channel.send(takeMessage(self, waiting)).catch((thrown: unknown) => log("warn", "wake_not_sent", errorFields(thrown)));
    isPlanned = false;
    plan();
  }

  return {
    ...hub,
    async flush() {
      if (waiting.shutOut.size + waiting.moves.size > 0) await send();
    },
    moved(workspaceId, revision) {
      hub.moved(workspaceId, revision);
      waiting.moves.set(workspaceId, Math.max(revision, waiting.moves.get(workspaceId) ?? 0));
      plan();
    },
    shutOut(workspaceId, memberId) {
      hub.shutOut(workspaceId, memberId);
      waiting.shutOut.add(`${workspaceId}/${memberId}`);
      plan();
    },
  };
}
