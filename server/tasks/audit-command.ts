import { type AuditCheck, checkAudit, faultSentence } from "../audit/check.ts";
import { takeInLines } from "../audit/tend.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";
import { type Command, inWorkspace, workspaceOf } from "./command-form.ts";

interface Found extends AuditCheck {
  readonly id: string;
  readonly name: string;
}

const sentence = ({ id, name, lines, fault }: Found): string =>
  `${id}  ${name}: ${fault === null ? `${lines} lines, each as it was written` : `BROKEN, ${faultSentence(fault)}`}`;

const audit: Command = {
  usage: "",
  does: "check the log of decisions from its beginning to its end: what was changed, taken out or moved is named",
  options: inWorkspace,
  words: 0,
  async run({ pool, keys, signal }, given) {
    const named = given.of("workspace");
    const wanted = named === undefined ? await all(pool, workspaceIds) : [await workspaceOf({ pool }, named)];
    const found: Found[] = [];
    for (const { id, name } of wanted) {
      await takeInLines(pool, id);
      found.push({ id, name, ...(await checkAudit(pool, id, keys, null, signal)) });
    }
    const unsigned = keys === null ? ["The server's secret is not at hand (SECRET_KEY, DATA_DIR): what is signed was not looked at."] : [];
    const isBroken = found.some(({ fault }) => fault !== null);
    return { json: found, lines: [...found.map(sentence), ...unsigned], ...(isBroken && { isBad: true }) };
  },
};

export const auditCommands: Readonly<Record<string, Command>> = { audit };
