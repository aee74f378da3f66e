import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { noReplyPolicy, type ReplyPolicy, replyPolicyProblems, type Workspace } from "../../lib/schema/workspace.ts";
import { Area } from "../ui/area.tsx";
import { Notice } from "../ui/notice.tsx";
import { DisclosureLines, type DisclosureLinesProps } from "./disclosure-lines.tsx";
import { useSaved } from "./use-saved.ts";

export interface ReplyRulesProps {
  workspace: Workspace;
  /** Makes them the workspace's; rejects with why not. */
  onRules: (answering: ReplyPolicy) => Promise<unknown>;
  readGaps: DisclosureLinesProps["readGaps"];
}

const linesOf = (text: string): string[] => text.split("\n").flatMap((line) => line.trim() || []);

/** What was set last, until the workspace says something new: a second box may be left before the first one's words have come back. */
function useLatest(live: ReplyPolicy): readonly [() => ReplyPolicy, (next: ReplyPolicy) => void] {
  const key = JSON.stringify(live);
  const latest = useRef({ key, rules: live });
  if (latest.current.key !== key) latest.current = { key, rules: live };
  const keep = (rules: ReplyPolicy) => {
    latest.current = { key, rules };
  };
  return [() => latest.current.rules, keep];
}

/** Sets one rule after the other; says which was wrong, or what came of it. */
function useSettingRules({ workspace, onRules }: Pick<ReplyRulesProps, "workspace" | "onRules">) {
  const [rules, keep] = useLatest(workspace.answering ?? noReplyPolicy);
  const [wrong, setWrong] = useState<keyof ReplyPolicy | null>(null);
  const { said, forget, save } = useSaved();
  const set = async (change: Partial<ReplyPolicy>) => {
    const next = { ...rules(), ...change };
    const [field] = Object.keys(change) as (keyof ReplyPolicy)[];
    const isWrong = replyPolicyProblems(next).length > 0;
    setWrong(isWrong ? (field ?? null) : null);
    forget();
    if (isWrong) return;
    keep(next);
    await save(onRules(next));
  };
  return { rules, set, said, problem: (field: keyof ReplyPolicy) => (wrong === field ? i18n.t("answering.wrong") : null) };
}

/** What replies say of the tie to the brand, by language and by who says it. */
export function DisclosureRules({ workspace, onRules, readGaps }: ReplyRulesProps) {
  const { rules, set, said } = useSettingRules({ workspace, onRules });
  return (
    <>
      <DisclosureLines workspace={workspace} rules={rules()} onLines={(lines) => void set(lines)} readGaps={readGaps} />
      <Outcome said={said} />
    </>
  );
}

function Outcome({ said }: Pick<ReturnType<typeof useSettingRules>, "said">) {
  return <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>;
}

/** What every reply keeps to. Each box is kept when it is left; nothing waits to be saved. */
export function ReplyRules({ workspace, onRules }: Omit<ReplyRulesProps, "readGaps">) {
  const { rules, set, said, problem } = useSettingRules({ workspace, onRules });
  return (
    <section class="stack reply-rules">
      <p class="quiet lead">{i18n.t("answering.hint")}</p>
      <Area
        label={i18n.t("answering.banned")}
        hint={i18n.t("answering.lines")}
        value={rules().bannedWords.join("\n")}
        problem={problem("bannedWords")}
        onChange={(text) => void set({ bannedWords: linesOf(text) })}
      />
      <Area
        label={i18n.t("answering.domains")}
        hint={i18n.t("answering.domainsHint")}
        value={rules().allowedDomains.join("\n")}
        problem={problem("allowedDomains")}
        onChange={(text) => void set({ allowedDomains: linesOf(text.toLowerCase()) })}
      />
      <Area
        label={i18n.t("answering.order")}
        hint={i18n.t("answering.orderHint")}
        rows={1}
        value={rules().orderNumber ?? ""}
        problem={problem("orderNumber")}
        onChange={(text) => void set({ orderNumber: text.trim() || null })}
      />
      <Area
        label={i18n.t("answering.voice")}
        hint={i18n.t("answering.voiceHint")}
        value={rules().voice}
        problem={problem("voice")}
        onChange={(voice) => void set({ voice })}
      />
      <Outcome said={said} />
    </section>
  );
}
