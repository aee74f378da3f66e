import { createServer } from "node:net";

const lowest = 20_000;
/** From here on the system takes ports for outgoing connections (Linux). */
const end = 32_768;

/** True when nobody listens there on the loopback address. */
export const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

/** A TCP port on the loopback address that nobody listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (end - lowest));
    if (await isFree(port)) return port;
  }
}
