import { i18n } from "#i18n";
import type { ErrorCode } from "../schema/errors.ts";
import { errorText } from "./error-text.ts";

/** Why a post could not be taken. Nothing was typed yet, so nothing is said of keeping it. */
export function takeErrorText(code: ErrorCode): string {
  return code === "server_unreachable" ? i18n.t("offline.take") : errorText(code);
}
