import type { Context } from "hono";

/**
 * The address that asks. Each trusted proxy adds whom it was asked by to the end of X-Forwarded-For; what stands before those may be
 * anybody's invention.
 */
export function addressOf(context: Context, trustedProxies: number): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const socket = incoming?.socket?.remoteAddress ?? "";
  if (trustedProxies === 0) return socket;
  const forwarded = (context.req.header("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return forwarded.at(-trustedProxies) || socket;
}
