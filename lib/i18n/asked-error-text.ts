import { i18n } from "#i18n";
import type { ErrorCode } from "../schema/errors.ts";
import { errorText } from "./error-text.ts";

/** Why the server did not do what it is asked for at once, as a push: unlike what members do, that is not kept to be sent later. */
export function askedErrorText(code: ErrorCode): string {
  if (code === "server_unreachable") return i18n.t("offline.asked");
  return code === "server_failed" || code === "internal" ? i18n.t("offline.askedFailed") : errorText(code);
}

/** Why what a page shows was not read anew: nothing of the member's waits for it. */
export function readErrorText(code: ErrorCode): string {
  return code === "server_unreachable" || code === "server_failed" || code === "internal" ? i18n.t("offline.read") : errorText(code);
}
