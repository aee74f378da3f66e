import * as v from "valibot";
import { AlertChoices, AlertRules } from "../alert-choices.ts";
import { Workspace } from "../workspace.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations on alerts. */
export const alerts = {
  /** What the member wants of alerts, on all of their devices; null: none, and what was counted for them is forgotten. */
  "alerts.choose": operation({
    args: v.object({ choices: v.nullable(AlertChoices) }),
    result: v.null(),
    needs: "readPosts",
    queued: false,
    stored: true,
    from: ["popup", "settings"],
    pace: forRoles("Boxes that are ticked one by one.", 240),
    audited: null,
    onOneself: true,
  }),
  /** Which alerts there are in the workspace, and which go to connected chats too. */
  "alerts.rules": operation({
    args: AlertRules,
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ off, chats }) => ({ subject: "alerts", detail: { off: off.length, chats: chats.length } }),
  }),
};
