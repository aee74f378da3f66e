import type { MessageArgs, MessageName, MessageReply } from "../../lib/schema/messages.ts";
import type { Device } from "./device.ts";

/** What the background says in a scene; it answers everything else with null. What is thrown reaches the page as a code. */
export type Answers = { readonly [N in MessageName]?: (args: MessageArgs<N>) => MessageReply<N> };

/** What a person does before the picture is taken. Places are selectors, found in open shadow roots and in frames too. */
export type Step =
  | { readonly click: string }
  /** Waits until it can be seen. */
  | { readonly see: string }
  | { readonly key: string }
  | { readonly type: string; readonly into: string }
  | { readonly file: { readonly name: string; readonly text: string } };

/** One picture: a built page of the extension, or a site's page with the extension's scripts in it, in invented state. */
export interface Scene {
  readonly name: string;
  /** `popup.html`, `admin.html#keywords`, or the address of a demo site. */
  readonly page: string;
  readonly width: number;
  readonly height: number;
  readonly device?: Device;
  readonly answers?: Answers;
  /** What an admin changed and did not push, by name. */
  readonly edits?: Readonly<Record<string, object>>;
  readonly steps?: readonly Step[];
  /** Where its light picture is kept in the repository; it is made anew only when the scene is asked for by its whole name. */
  readonly keptAs?: string;
  /** At last the device leaves its community. */
  readonly leaves?: true;
}

/** How a scene is looked at. */
export const looks = ["light", "dark", "rtl", "narrow", "zoom", "forced"] as const;
export type Look = (typeof looks)[number];
