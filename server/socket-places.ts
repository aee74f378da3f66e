/** A socket, as far as it matters here. */
interface Closable {
  close(code: number): void;
}

/** Told to a socket that gives way to a newer one. */
const givesWay = 1008;

/** Places for sockets by key, so many for each; the oldest gives way. */
export function createPlaces<Socket extends Closable>(
  most: number,
): { take(key: string, socket: Socket): void; leave(key: string, socket: Socket): void } {
  const places = new Map<string, Set<Socket>>();
  return {
    take(key, socket) {
      const held = places.get(key) ?? new Set();
      places.set(key, held.add(socket));
      const [oldest] = held;
      if (held.size <= most || oldest === undefined) return;
      held.delete(oldest);
      oldest.close(givesWay);
    },
    leave(key, socket) {
      const held = places.get(key);
      held?.delete(socket);
      if (held?.size === 0) places.delete(key);
    },
  };
}
