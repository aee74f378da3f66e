/** In place of the framework's life-cycle of a content script: ours lives by an `AbortSignal`. */
export class ContentScriptContext {}
