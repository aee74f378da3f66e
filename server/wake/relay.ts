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

/** A message: who sends it, then every workspace that moved with its revision. What does not fit stays in `moves`. */
function takeMessage(sender: string, moves: Map<string, number>): string {
  let text = sender;
  for (const [workspaceId, revision] of moves) {
    const part = ` ${workspaceId}:${revision}`;
    if (text.length + part.length > messageBytes) break;
    text += part;
    moves.delete(workspaceId);
  }
  return text;
}

/** What takes in the messages of other servers; those of `self` come back and are dropped. */
export function hearOthers(hub: Wake, self: string): (text: string) => void {
  return (text) => {
    const [sender, ...moves] = text.split(" ");
    if (sender === self) return;
    for (const move of moves) {
      const [workspaceId = "", revision] = move.split(":");
      if (Number.isSafeInteger(Number(revision))) hub.moved(workspaceId, Number(revision));
    }
  };
}

/** `hub`, which also tells the other servers: at most one message in `pauseMs`, for all workspaces that moved. */
export function tellOthers(hub: Wake, self: string, channel: Pick<Channel, "send">, log: Log, pauseMs = 50): Wake {
  const waiting = new Map<string, number>();
  let isPlanned = false;

  const plan = () => {
    if (isPlanned || waiting.size === 0) return;
    isPlanned = true;
    setTimeout(() => void send(), pauseMs).unref();
  };

  async function send(): Promise<void> {
    await channel.send(takeMessage(self, waiting)).catch((thrown: unknown) => log("warn", "wake_not_sent", errorFields(thrown)));
    isPlanned = false;
    plan();
  }

  return {
    listen: hub.listen,
    moved(workspaceId, revision) {
      hub.moved(workspaceId, revision);
      waiting.set(workspaceId, Math.max(revision, waiting.get(workspaceId) ?? 0));
      plan();
    },
  };
}
