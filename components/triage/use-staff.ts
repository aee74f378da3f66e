import { useEffect, useState } from "preact/hooks";
import type { Member } from "../../lib/schema/workspace.ts";

/** The people of the workspace, asked for once; without a connection nobody but oneself is known. */
export function useStaff(ask: () => Promise<Member[]>): readonly Member[] {
  const [staff, setStaff] = useState<readonly Member[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the panel opens
  useEffect(() => {
    ask().then(setStaff, () => {});
  }, []);
  return staff;
}
