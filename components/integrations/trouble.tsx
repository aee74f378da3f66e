import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Integration } from "../../lib/schema/integration.ts";
import { Notice } from "../ui/notice.tsx";
import type { IntegrationActions } from "./actions.ts";

/** Tells an admin which connections do not work, with the way to them; nothing while all do, and to those who may not ask. */
export function Trouble({ list }: Pick<IntegrationActions, "list">) {
  const [broken, setBroken] = useState<readonly Integration[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    list().then(
      (all) => setBroken(all.filter(({ problem }) => problem !== null)),
      () => {},
    );
  }, []);
  if (broken.length === 0) return null;
  return (
    <div class="stack">
      {broken.map(({ id, name, problem }) => (
        <Notice key={id} tone="danger">
          <a href="#integrations">
            <bdi>{name}</bdi>
          </a>{" "}
          {problem !== null && i18n.t(`callProblem.${problem}`)}
        </Notice>
      ))}
    </div>
  );
}
