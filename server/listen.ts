import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { errorFields, type Log } from "./log.ts";
import { StartupError } from "./startup-error.ts";

/**
 * Listens on `host` and `port` and gives the port. What goes wrong with a connection stays with that connection, from its first byte to its last: also where
 * it is no HTTP any more, and nobody else listens. Throws StartupError: "Cannot `what` on ...".
 */
export async function listenOn(server: Server, host: string, port: number, what: string, log: Log): Promise<number> {
  server.on("connection", (socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new StartupError(`Cannot ${what} on ${host}, port ${port}: ${cause.message}.`, { cause })));
    server.listen(port, host, resolve);
  });
  // A connection that could not be taken, as when no file may be opened any more.
  server.on("error", (thrown) => log("error", "accept_failed", errorFields(thrown)));
  return (server.address() as AddressInfo).port;
}
