import { useCallback, useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { OwnDevice } from "../../lib/schema/invitations.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { DeviceActions } from "./actions.ts";
import { AddDevice } from "./add-device.tsx";
import { DeviceList } from "./device-list.tsx";

/** The devices as the server knows them, or why they could not be read. */
function useDevices(read: DeviceActions["list"]) {
  const [devices, setDevices] = useState<readonly OwnDevice[] | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const load = useCallback(async () => {
    setProblem(null);
    await read().then(setDevices, (thrown: unknown) => setProblem(errorCode(thrown)));
  }, [read]);
  useEffect(() => void load(), [load]);
  return { devices, problem, load };
}

interface DevicesProps {
  actions: DeviceActions;
  nowMs: number;
  /** Says what became of it, also why not. */
  onSigningOut: (work: Promise<unknown>) => Promise<void>;
}

/** One's own devices, and the way to one more. */
export function Devices({ actions, nowMs, onSigningOut }: DevicesProps) {
  const { devices, problem, load } = useDevices(actions.list);
  const signOut = async (deviceId: string) => {
    const work = actions.signOut(deviceId).catch((thrown: unknown) => {
      // Signed out meanwhile, from another one.
      if (errorCode(thrown) !== "not_found") throw thrown;
    });
    await onSigningOut(work);
    await load();
  };
  return (
    <section class="stack">
      <h2>{i18n.t("settings.devices")}</h2>
      {devices && <DeviceList devices={devices} nowMs={nowMs} onSignOut={(deviceId) => void signOut(deviceId)} />}
      {problem !== null && (
        <>
          <Notice tone="danger">{askedErrorText(problem)}</Notice>
          <div class="row">
            <Button onClick={() => void load()}>{i18n.t("popup.retry")}</Button>
          </div>
        </>
      )}
      <AddDevice nowMs={nowMs} onInvite={actions.invite} onCopy={actions.copy} />
    </section>
  );
}
