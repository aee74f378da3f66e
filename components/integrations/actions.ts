import type { Delivery, Integration, IntegrationChange } from "../../lib/schema/integration.ts";

/** What the server is asked. Each rejects with why not. */
export interface IntegrationActions {
  list(): Promise<Integration[]>;
  save(change: IntegrationChange): Promise<Integration[]>;
  remove(id: string): Promise<Integration[]>;
  test(id: string): Promise<Delivery[]>;
  log(id: string): Promise<Delivery[]>;
  /** Tells one thing again; with null everything that could not be told and was given up. */
  replay(id: string, deliveryId: string | null): Promise<Delivery[]>;
}
