import browser from "webextension-polyfill";

/** Has the browser ask the member whether it may show alerts of ours; must be called from the press itself. Gives whether it may. */
export const allowAlerts = (): Promise<boolean> => browser.permissions.request({ permissions: ["notifications"] });
