import { useEffect, useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { Calibration } from "../../lib/schema/calibration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OperationArgs } from "../../lib/schema/operations.ts";
import { causes, type TriageSettings } from "../../lib/schema/triage-settings.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { PushBar } from "../keywords/push-bar.tsx";
import { CalibrationLine } from "../triage/calibration.tsx";
import { stateOf, undo } from "../ui/edits.ts";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Notice } from "../ui/notice.tsx";
import { usePushing } from "../ui/use-pushing.ts";
import { canPush, changeRules, type RuleEdits, rebase, ruleChangeCount, startRules } from "./edits.ts";
import { Effect } from "./effect.tsx";
import { movesOf, scoreText } from "./moves.ts";
import { OwnWords } from "./own-words.tsx";
import { RuleSection } from "./rule-section.tsx";
import { SelfHarmNote } from "./self-harm-note.tsx";
import { Thresholds } from "./thresholds.tsx";
import { TryText } from "./try-text.tsx";
import { WeightSliders } from "./weights.tsx";

interface RulesEditorProps {
  live: TriageSettings;
  calibration: Calibration | null;
  mentions: readonly Mention[];
  model: TriageModel | null;
  nowMs: number;
  memory: EditsMemory;
  isOffline: boolean;
  push: (args: OperationArgs<"triage.push">) => Promise<Workspace>;
}

/** The latest so many show the effect. */
const mostMentions = 1000;
const memoryName = "rules";

/** The edits of the rules: remembered over a reload, and put on top of what somebody else pushed meanwhile. */
function useRuleEdits(live: TriageSettings, memory: EditsMemory, onEdit: () => void) {
  const [edits, setEdits] = useState<RuleEdits>(() => rebase((memory.load(memoryName) as RuleEdits | null) ?? startRules(live), live));
  const [isKept, setKept] = useState(true);
  const [merged, setMerged] = useState(false);
  const changes = ruleChangeCount(edits);
  const set = (next: RuleEdits) => {
    setKept(memory.save(memoryName, ruleChangeCount(next) === 0 ? null : { ...next, history: [stateOf(next)] }));
    setEdits(next);
    onEdit();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only newer settings move the edits
  useEffect(() => {
    if (live.version <= edits.baseVersion) return;
    setMerged(changes > 0);
    set(rebase(edits, live));
  }, [live.version]);
  const rules = stateOf(edits);
  const settings = useMemo(() => ({ ...rules, version: edits.baseVersion }), [rules, edits.baseVersion]);
  return { edits, isKept, merged, setMerged, changes, set, rules, settings };
}

/** What the workspace says about triage: how often it was right, change, see the effect, push. */
export function RulesEditor({ live, calibration, mentions, model, nowMs, memory, isOffline, push }: RulesEditorProps) {
  const pushing = usePushing();
  const { edits, isKept, merged, setMerged, changes, set, rules, settings } = useRuleEdits(live, memory, pushing.forgive);
  const latest = useMemo(() => mentions.toSorted((a, b) => (a.firstSeenAt < b.firstSeenAt ? 1 : -1)).slice(0, mostMentions), [mentions]);
  const moves = useMemo(
    () => (changes === 0 || !canPush(rules) ? [] : movesOf(latest, live, settings, model)),
    [latest, live, settings, model, changes, rules],
  );
  const send = async () => {
    const workspace = await push({ baseVersion: edits.baseVersion, settings: rules });
    set(startRules(workspace.triage));
    setMerged(false);
    return i18n.t("rules.pushed", { time: timeText(new Date(nowMs).toISOString()) });
  };
  const onRules = (next: typeof rules) => set(changeRules(edits, next));
  return (
    <div class="stack editor rules">
      <p class="quiet lead">{i18n.t("rules.hint")}</p>
      {merged && changes > 0 && <Notice>{i18n.t("rules.merged")}</Notice>}
      <RuleSection title={i18n.t("rules.right")}>
        {causes.map((cause) => (
          <CalibrationLine key={cause} calibration={calibration} cause={cause} />
        ))}
      </RuleSection>
      <Thresholds rules={rules} onRules={onRules} />
      <WeightSliders rules={rules} onRules={onRules} />
      <OwnWords rules={rules} onRules={onRules} />
      <SelfHarmNote rules={rules} onRules={onRules} />
      <TryText score={(text) => scoreText(text, nowMs, settings, model)} />
      <Effect count={latest.length} moves={moves} />
      {!isKept && <Notice>{i18n.t("keywords.notKept")}</Notice>}
      <PushBar
        {...pushing}
        changes={changes}
        isOffline={isOffline}
        canPush={changes > 0 && canPush(rules)}
        onPush={() => void pushing.push(send)}
        onUndo={() => set(undo(edits))}
        onReset={() => set(startRules(live))}
      />
    </div>
  );
}
