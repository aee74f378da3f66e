import { setTimeout as sleep } from "node:timers/promises";
import { connect, type NatsConnection } from "@nats-io/transport-node";
import { StartupError } from "../startup-error.ts";
import type { Channel } from "./relay.ts";

const subject = "fanswer.moved";
const flushMs = 500;

/** A channel over NATS; when its server is away it is looked for until it is back. Throws StartupError when it is not there at first. */
export async function openNatsChannel(url: string, hear: (text: string) => void): Promise<Channel> {
  let connection: NatsConnection;
  try {
    connection = await connect({ servers: url, name: "fanswer", maxReconnectAttempts: -1, reconnectTimeWait: 1_000, timeout: 10_000 });
  } catch (cause) {
    throw new StartupError("The NATS server of NATS_URL cannot be reached.", { cause });
  }
  connection.subscribe(subject, {
    callback(error, message) {
      if (error === null) hear(message.string());
    },
  });
  return {
    async send(text) {
      connection.publish(subject, text);
    },
    async close() {
      // What was published goes out first; a NATS server that is away is not waited for.
      await Promise.race([connection.flush().catch(() => {}), sleep(flushMs, undefined, { ref: false })]);
      await connection.close();
    },
  };
}
