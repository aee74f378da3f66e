import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { type BrandChange, noBrand } from "../../lib/schema/brand.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { unnamedWorkspace } from "../../lib/suggest/disclosure/shipped.ts";
import type { ReplyRulesProps } from "../rules/reply-rules.tsx";
import { DisclosureRules } from "../rules/reply-rules.tsx";
import { CommunityMark } from "../ui/brand-mark.tsx";
import { NameField } from "../ui/name-field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import type { BrandActions } from "./actions.ts";
import { AnswerLanguage } from "./answer-language.tsx";
import { HandlesForm } from "./handles-form.tsx";
import { MarkForm } from "./mark-form.tsx";

interface BrandPageProps extends Omit<ReplyRulesProps, "workspace"> {
  workspace: Workspace;
  actions: BrandActions;
}

/** What makes the workspace the brand's own. Each part is kept when it is left; nothing waits to be saved. */
export function BrandPage({ workspace, actions, ...rules }: BrandPageProps) {
  const { toast, run, back } = useToast();
  const brand = workspace.brand ?? noBrand;
  const change = (next: BrandChange) => {
    const set = async (to: BrandChange) => void (await actions.setBrand(to));
    const before = valuesNow(workspace, next);
    return run(set(next), { text: i18n.t("answering.saved"), undo: back(() => set(before)) }, askedErrorText);
  };
  return (
    <div class="stack brand-page">
      <p class="quiet lead">{i18n.t("brand.hint")}</p>
      {workspace.name === unnamedWorkspace && <Notice>{i18n.t("brand.unnamed")}</Notice>}
      <p class="row brand-shown">
        <CommunityMark mark={brand.mark} size={48} />
        <bdi class="strong line-cut grow">{workspace.name}</bdi>
      </p>
      <NameField
        label={i18n.t("brand.name")}
        hint={i18n.t("brand.nameHint")}
        name={workspace.name}
        onRename={(name) => void change({ name })}
      />
      <MarkForm mark={brand.mark} name={workspace.name} readPicture={actions.readPicture} onMark={(mark) => change({ mark })} />
      <HandlesForm handles={brand.handles} onHandles={(handles) => void change({ handles })} />
      <AnswerLanguage workspace={workspace} language={brand.language} onLanguage={(language) => void change({ language })} />
      <DisclosureRules workspace={workspace} {...rules} />
      <Toast toast={toast} />
    </div>
  );
}

/** What the parts that `change` names are now, which is what undoing it brings back. */
function valuesNow({ name, brand = noBrand }: Workspace, change: BrandChange): BrandChange {
  const sites = Object.keys(change.handles ?? {}) as (keyof typeof brand.handles)[];
  return {
    ...(change.name !== undefined && { name }),
    ...(change.mark !== undefined && { mark: brand.mark }),
    ...(change.language !== undefined && { language: brand.language }),
    ...(change.handles && { handles: Object.fromEntries(sites.map((site) => [site, brand.handles[site] ?? []])) }),
  };
}
