import { i18n } from "#i18n";
import { isRole } from "../schema/roles.ts";

/** A role as people call it; one that this version does not know has no name here. */
export const roleText = (role: string): string => (isRole(role) ? i18n.t(`role.${role}`) : i18n.t("role.unknown"));
