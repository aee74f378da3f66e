import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { LevelTerms } from "../../lib/i18n/level-text.ts";
import { levelText } from "../../lib/i18n/level-text.ts";
import { roleText } from "../../lib/i18n/role-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import { isRole, type Role } from "../../lib/schema/roles.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import type { useToast } from "../ui/toast.tsx";
import type { PeopleActions } from "./actions.ts";
import { nameText } from "./person-facts.ts";

export interface WorkDeps {
  readonly member: MemberRow;
  readonly actions: PeopleActions;
  /** What levels may in this community. */
  readonly terms: LevelTerms;
  /** Says what was done, with the way back. */
  readonly toast: Pick<ReturnType<typeof useToast>, "say" | "back">;
  readonly onChanged: (row: MemberRow) => void;
  readonly onGone: (member: MemberRow) => void;
}

/** Of a member "not found" says that they left meanwhile. */
export function workErrorText(code: ErrorCode): string {
  return code === "not_found" ? i18n.t("members.gone") : askedErrorText(code);
}

/** What can be done to a member, one thing at a time. Each says what was done and gives true, or why not and gives false; none rejects. */
export function usePersonWork({ member, actions, toast, onChanged, onGone }: WorkDeps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<Invitation | null>(null);
  const { id, role, level, levelReason } = member;
  const name = nameText(member);
  const doing = async (work: () => Promise<void>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setProblem(workErrorText(errorCode(thrown)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const change = (work: () => Promise<MemberRow>, text: string, undo?: () => Promise<MemberRow>) =>
    doing(async () => {
      onChanged(await work());
      toast.say({ text, undo: undo && toast.back(async () => onChanged(await undo())) });
    });
  const pause = () => actions.pause(id);
  const resume = () => actions.resume(id);
  return {
    problem,
    isBusy,
    forget: () => setProblem(null),
    setRole: (to: Role) =>
      change(
        () => actions.setRole(id, to),
        i18n.t("members.roleNow", { name, role: roleText(to) }),
        // A role of a newer version is nothing that this one could give back.
        isRole(role) ? () => actions.setRole(id, role) : undefined,
      ),
    setLevel: (to: number, reason: string | null) =>
      change(
        () => actions.setLevel(id, to, reason),
        reason === null ? i18n.t("members.levelFollowsNow", { name }) : i18n.t("members.trustNow", { name, level: levelText(to) }),
        () => actions.setLevel(id, level, levelReason),
      ),
    pause: () => change(pause, i18n.t("members.pausedNow", { name }), resume),
    resume: () => change(resume, i18n.t("members.resumedNow", { name }), pause),
    signOut: () => change(() => actions.signOut(id), i18n.t("members.signedOutNow", { name })),
    inviteAgain: () =>
      doing(async () => {
        setMade(await actions.inviteAgain(id));
      }),
    /** The way in that was made; null when there is none to show. */
    made,
    forgetMade: () => setMade(null),
    remove: () =>
      doing(async () => {
        await actions.remove(id);
        toast.say({ text: i18n.t("members.removedNow", { name }) });
        onGone(member);
      }),
  };
}
