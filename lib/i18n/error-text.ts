import { i18n } from "#i18n";
import { asFanswerError, type ErrorCode } from "../schema/errors.ts";

/** The sentence a person sees for an error of the closed list. */
export function errorText(code: ErrorCode): string {
  return i18n.t(`error.${code}`);
}

/** Code of whatever was thrown. */
export function errorCode(thrown: unknown): ErrorCode {
  return asFanswerError(thrown).code;
}
