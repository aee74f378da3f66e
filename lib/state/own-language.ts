import type { InterfaceLanguage } from "../schema/interface-language.ts";
import { readLanguage } from "../store/first-paint.ts";

type Chosen = InterfaceLanguage | null;
const channelName = "fanswer language";

/** Tells the extension's open pages that another language was chosen; null: the browser's own. */
export function tellLanguage(language: Chosen): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(language);
  channel.close();
}

/** Has `speak` told the language that was chosen on this device, now and whenever another one is, until `abort` aborts. Resolves once it speaks. */
export async function followLanguage(speak: (language: Chosen) => Promise<void>, abort: AbortSignal, read = readLanguage): Promise<void> {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Chosen>) => void speak(data);
  abort.addEventListener("abort", () => channel.close());
  await speak(await read());
}
