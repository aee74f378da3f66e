import { i18n } from "#i18n";
import type { Brake } from "../../lib/schema/brake.ts";
import { Notice } from "../ui/notice.tsx";

/** That the community takes no posts for now, and why in the brand's own words. */
export function Stopped({ brake }: { brake: Brake }) {
  return (
    <Notice>
      {i18n.t("brake.stopped")}
      {brake.words !== "" && (
        <>
          {" "}
          <bdi>{brake.words}</bdi>
        </>
      )}
    </Notice>
  );
}
