import * as v from "valibot";
import { BrakeChange, BrakeRules } from "../brake.ts";
import { BrandChange } from "../brand.ts";
import { ClockSettings } from "../clock.ts";
import { LevelRules } from "../level-rules.ts";
import { mostOf } from "../limits.ts";
import { LookRules } from "../look-rules.ts";
import { Retention } from "../retention.ts";
import { TriageSettings } from "../triage-settings.ts";
import { DisclosureGap, LanguageModel, ReplyPolicy, Workspace } from "../workspace.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations on the workspace's settings: triage, reply policy, clock, language model. */
export const rules = {
  /** Replace what the workspace says about triage; live on the other devices with their next sync. `settings_stale`. */
  "triage.push": operation({
    args: v.object({ baseVersion: TriageSettings.entries.version, settings: v.omit(TriageSettings, ["version"]) }),
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ baseVersion }) => ({ subject: "triage", detail: { version: baseVersion + 1 } }),
  }),
  /** What replies must keep to; `machineDrafts` is not changed by it. */
  "answering.set": operation({
    args: v.object({ answering: ReplyPolicy }),
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: () => ({ subject: "answering", detail: {} }),
  }),
  /** Which published answers get a second look, and from which level on members give them; for answers that are published from then on. */
  "looks.set": operation({
    args: LookRules,
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ oneIn, fromLevel }) => ({ subject: "looks", detail: { oneIn: oneIn.join(" "), fromLevel } }),
  }),
  /** How long posts are kept from now on; what is older goes with the next purge, for good. */
  "retention.set": operation({
    args: Retention,
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ closed, unanswered }) => ({ subject: "retention", detail: { closed, unanswered } }),
  }),
  /** Stops the community, so that only staff take posts, or lets it go on; what it held waits again, and drafts are kept. */
  "brake.set": operation({
    args: BrakeChange,
    result: Workspace,
    needs: "stopCommunity",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: (change) => ({ subject: "brake", detail: { isOn: String(change.isOn), ...(change.isOn && { words: change.words }) } }),
  }),
  /** When the brake comes on, and goes off, by itself. */
  "brake.rules": operation({
    args: BrakeRules,
    result: Workspace,
    needs: "stopCommunity",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ isOn, percent, least }) => ({ subject: "brake", detail: { isOn: String(isOn), percent, least } }),
  }),
  /** What each level may, from now on; who holds more posts than their level may keeps them. */
  "levels.set": operation({
    args: LevelRules,
    result: Workspace,
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ claims, from }) => ({ subject: "levels", detail: { claims: claims.join(" "), ...from } }),
  }),
  /**
   * What makes the workspace the brand's own: its name, mark, own accounts, language. What is left out stays as it is. Posts of its own accounts that wait
   * are set aside.
   */
  "brand.set": operation({
    args: BrandChange,
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: (change) => ({ subject: "brand", detail: { changed: Object.keys(change).join(" ") } }),
  }),
  /** In which languages replies went out for which the workspace has no disclosure still, most first. */
  "disclosure.gaps": operation({
    args: v.strictObject({}),
    result: v.pipe(v.array(DisclosureGap), v.maxLength(2 * mostOf.disclosures)),
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** The workspace's first-answer clock; counts for posts reported from now on. */
  "clock.save": operation({
    args: ClockSettings,
    result: Workspace,
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ firstAnswerMinutes }) => ({ subject: "clock", detail: { firstAnswerMinutes } }),
  }),
  /** The language model that drafts replies, without its key; null when there is none. */
  "model.read": operation({
    args: v.object({}),
    result: v.nullable(LanguageModel),
    needs: "manageRules",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** `key`: null keeps the one that is there, as long as the address stays. `address_refused`. */
  "model.set": operation({
    args: v.object({
      ...v.omit(LanguageModel, ["hasKey"]).entries,
      key: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
    }),
    result: v.nullable(LanguageModel),
    needs: "manageRules",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ address, model }) => ({ subject: new URL(address).hostname, detail: { model } }),
  }),
  "model.remove": operation({
    args: v.object({}),
    result: v.null(),
    needs: "manageRules",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: () => ({ subject: "model", detail: {} }),
  }),
};
