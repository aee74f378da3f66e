import { fileURLToPath } from "node:url";
import { build } from "vite";

/** A module and what it imports as one classic script; its exports stand in the global `name`. */
export async function bundle(module: URL, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "esnext",
      lib: { entry: fileURLToPath(module), formats: ["iife"], name },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error(`${module.href} gave no output`);
  return output.output[0].code;
}
