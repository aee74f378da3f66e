/** A socket, as far as it matters here. */
interface Closable {
  close(code: number): void;
}

/** Told to a socket that gives way to a newer one. */
const givesWay = 1008;

/** The device, member and workspace that a socket belongs to. */
interface Whose {
  readonly workspaceId: string;
  /** The device's id. */
  readonly id: string;
  readonly member: { readonly id: string };
}

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

/** Places of each device, each member over all their devices, and each workspace over all its members. */
export function socketPlaces<Socket extends Closable>(
  most: Readonly<Record<"device" | "member" | "workspace", number>>,
): { take(whose: Whose, socket: Socket): void; leave(whose: Whose, socket: Socket): void } {
  const [devices, members, workspaces] = [
    createPlaces<Socket>(most.device),
    createPlaces<Socket>(most.member),
    createPlaces<Socket>(most.workspace),
  ];
  const placesOf = ({ workspaceId, id, member }: Whose) =>
    [
      [devices, `${workspaceId} ${id}`],
      [members, `${workspaceId} ${member.id}`],
      [workspaces, workspaceId],
    ] as const;
  return {
    take(whose, socket) {
      for (const [places, key] of placesOf(whose)) places.take(key, socket);
    },
    leave(whose, socket) {
      for (const [places, key] of placesOf(whose)) places.leave(key, socket);
    },
  };
}
