import { useCallback, useEffect, useState } from "preact/hooks";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { OpenInvitation } from "../../lib/schema/invitations.ts";
import type { InvitationActions } from "./actions.ts";

/** The open invitations, as the server knows them, and the taking back of one. */
export function useInvitations({ list, revoke }: Pick<InvitationActions, "list" | "revoke">) {
  const [open, setOpen] = useState<readonly OpenInvitation[] | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const load = useCallback(async () => {
    setProblem(null);
    await list().then(setOpen, (thrown: unknown) => setProblem(errorCode(thrown)));
  }, [list]);
  useEffect(() => void load(), [load]);
  /** Rejects with why not. One that ended meanwhile, or that somebody else took back, is what was wanted. */
  const takeBack = async (id: string) => {
    await revoke(id).catch((thrown: unknown) => {
      if (errorCode(thrown) !== "not_found") throw thrown;
    });
    await load();
  };
  return { open, problem, load, takeBack };
}
