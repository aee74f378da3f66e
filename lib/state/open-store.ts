import type { StoreState } from "./store-state.ts";

/** The store of this device as live signals, until `signal` aborts. */
export declare function openStoreState(signal: AbortSignal): StoreState;
