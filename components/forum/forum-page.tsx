import { Check, Copy } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Forum } from "../../lib/schema/forum.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ForumActions } from "./actions.ts";
import { ForumForm } from "./forum-form.tsx";
import { ForumTaken } from "./forum-progress.tsx";
import { useForum } from "./use-forum.ts";

interface ForumPageProps {
  actions: ForumActions;
  onCopy: (text: string) => Promise<void>;
}

/** The forum that the community has already: who of it may join, and where they do. */
export function ForumPage({ actions, onCopy }: ForumPageProps) {
  const { forum, problem, run } = useForum(actions);
  return (
    <div class="stack">
      <p class="quiet lead">{i18n.t("forum.hint")}</p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {forum === undefined && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {forum && <JoinHere forum={forum} onCopy={onCopy} />}
      {forum && <ForumTaken forum={forum} onNow={() => void run(actions.refresh())} />}
      {forum !== undefined && (
        <ForumForm
          key={forum?.address ?? ""}
          forum={forum}
          onSave={(change) => void run(actions.save(change))}
          onRemove={() => void run(actions.remove().then(() => null))}
        />
      )}
    </div>
  );
}

/** The link for the forum's members, and how many came by it. */
function JoinHere({ forum, onCopy }: { forum: Forum; onCopy: ForumPageProps["onCopy"] }) {
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {i18n.t("forum.link")}
      </label>
      <div class="row">
        <input id={id} class="input grow" dir="ltr" readOnly value={forum.link} onFocus={(event) => event.currentTarget.select()} />
        <Button
          icon={isCopied ? Check : Copy}
          onClick={() =>
            void onCopy(forum.link).then(
              () => setCopied(true),
              () => {},
            )
          }
        >
          {i18n.t(isCopied ? "ui.copied" : "ui.copy")}
        </Button>
      </div>
      <p class="hint">
        {i18n.t("forum.linkHint")} {i18n.t("forum.joined", forum.joined)}
      </p>
    </div>
  );
}
