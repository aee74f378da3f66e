import { WebSocket } from "ws";

/** A device that listens. */
export interface Listener {
  /** Resolves with the next revision said from now on. */
  next(): Promise<number>;
  close(): void;
}

/** Opens a socket and waits until it was let in. */
export function listenAt(port: number, token: string): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/socket`, { perMessageDeflate: false });
    let hear: (revision: number) => void = () => resolve({ next, close: () => socket.terminate() });
    const next = () =>
      new Promise<number>((heard) => {
        hear = heard;
      });
    socket.on("open", () => socket.send(JSON.stringify({ token })));
    socket.on("message", (data) => hear((JSON.parse(String(data)) as { revision: number }).revision));
    socket.on("error", reject);
    socket.on("close", (code) => reject(new Error(`closed with ${code}`)));
  });
}
