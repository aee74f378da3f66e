import browser from "webextension-polyfill";

interface SidePanels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
}

/**
 * Gives the function that opens the staff's side panel. Both browsers want it called from the click itself, so
 * what must be awaited, Chrome's window id, is asked for now.
 */
export function openSidePanel(): () => Promise<void> {
  const { sidePanel } = (globalThis as { readonly chrome?: SidePanels }).chrome ?? {};
  if (!sidePanel) return () => browser.sidebarAction.open();
  let windowId: number | undefined;
  void browser.windows.getCurrent().then(({ id }) => {
    windowId = id;
  });
  return async () => {
    if (windowId !== undefined) await sidePanel.open({ windowId });
  };
}
