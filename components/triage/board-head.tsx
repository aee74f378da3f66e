import { Keyboard, Link, SkipForward, UsersRound } from "lucide-preact";
import { i18n } from "#i18n";
import type { Workspace } from "../../lib/schema/workspace.ts";
import type { Outbox } from "../../lib/state/store-state.ts";
import { PageHead } from "../queue/page-head.tsx";
import { IconButton } from "../ui/button.tsx";

interface BoardHeadProps {
  workspace: Pick<Workspace, "name" | "brand"> | null;
  outbox: Outbox;
  onNext: () => void;
  onAdd: () => void;
  onHelp: () => void;
  onPeople: () => void;
}

/** The panel's head: whose queue, how the connection stands, and what is for all of it. */
export function BoardHead({ workspace, outbox, onNext, onAdd, onHelp, onPeople }: BoardHeadProps) {
  return (
    <PageHead workspace={workspace} outbox={outbox}>
      <IconButton icon={SkipForward} turns label={i18n.t("panel.keyNext")} onClick={onNext} />
      <IconButton icon={UsersRound} label={i18n.t("doings.title")} onClick={onPeople} />
      <IconButton icon={Link} label={i18n.t("addPost.title")} onClick={onAdd} />
      <IconButton icon={Keyboard} label={i18n.t("panel.keys")} onClick={onHelp} />
    </PageHead>
  );
}
