import { type Command, inWorkspace, workspaceOf } from "./command-form.ts";

const stop: Command = {
  usage: "",
  does: "stop the community: only staff take posts, what others hold waits again, drafts are kept",
  options: { ...inWorkspace, words: { type: "string", help: "what its members read meanwhile, of at most 280 letters" } },
  words: 0,
  async run(operator, { of }) {
    const { id, name } = await workspaceOf(operator, of("workspace"));
    await operator.ask(id, "brake.set", { isOn: true, words: of("words") ?? "" });
    return { json: { id, name, stopped: true }, lines: [`The community of "${name}" is stopped. \`go\` lets it go on.`] };
  },
};

const go: Command = {
  usage: "",
  does: "let the community go on after `stop`",
  options: inWorkspace,
  words: 0,
  async run(operator, { of }) {
    const { id, name } = await workspaceOf(operator, of("workspace"));
    await operator.ask(id, "brake.set", { isOn: false });
    return { json: { id, name, stopped: false }, lines: [`The community of "${name}" goes on.`] };
  },
};

/** The hand on the brake, for who runs the server. */
export const brakeCommands: Readonly<Record<string, Command>> = { stop, go };
