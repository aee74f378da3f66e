import * as v from "valibot";
import { Delivery, Integration, IntegrationChange } from "../integration.ts";
import { Id } from "../keywords.ts";
import { mostOf } from "../limits.ts";
import { forRoles, operation, why } from "./row.ts";

const integration = { integrationId: v.pipe(v.string(), v.uuid()) };
const Integrations = v.pipe(v.array(Integration), v.maxLength(mostOf.integrations));
const DeliveryLog = v.pipe(v.array(Delivery), v.maxLength(mostOf.loggedDeliveries));

/** Operations on the connections to help desks, webhooks and chats. */
export const connections = {
  /** Connect another system, or change how. Gives all of them. */
  "integration.save": operation({
    args: IntegrationChange,
    result: Integrations,
    needs: "manageIntegrations",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ id, target, enabled }) => ({ subject: id, detail: { kind: target.kind, enabled: String(enabled) } }),
  }),
  "integration.remove": operation({
    args: v.object(integration),
    result: Integrations,
    needs: "manageIntegrations",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ integrationId }) => ({ subject: integrationId, detail: {} }),
  }),
  "integration.list": operation({
    args: v.strictObject({}),
    result: Integrations,
    needs: "manageIntegrations",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 1_200),
    audited: null,
  }),
  /** Call it now, whatever it was that failed before; how that went is in its log. */
  "integration.test": operation({
    args: v.object(integration),
    result: DeliveryLog,
    needs: "manageIntegrations",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("Each calls another system.", 120),
    audited: null,
  }),
  /** The log of what a connection was told, newest first, with the reason where that failed. */
  "delivery.list": operation({
    args: v.object(integration),
    result: DeliveryLog,
    needs: "manageIntegrations",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 1_200),
    audited: null,
  }),
  /** Tell it again: one, or all that were given up. */
  "delivery.replay": operation({
    args: v.object({ ...integration, deliveryId: v.nullable(Id) }),
    result: DeliveryLog,
    needs: "manageIntegrations",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("Each calls another system.", 600),
    audited: null,
  }),
};
