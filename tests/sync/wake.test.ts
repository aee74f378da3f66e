// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notLetIn } from "../../lib/schema/wire.ts";
import { createWake, type WakeTarget } from "../../lib/sync/wake.ts";

class FakeSocket {
  static opened: FakeSocket[] = [];
  readonly OPEN = 1;
  readyState = 0;
  readonly sent: string[] = [];
  readonly url: string;
  onopen = () => {};
  onmessage = (_event: { data: unknown }) => {};
  onclose = (_event: { code: number }) => {};

  constructor(url: string) {
    this.url = url;
    FakeSocket.opened.push(this);
  }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  send(text: string) {
    this.sent.push(text);
  }
  close(code = 1006) {
    this.readyState = 3;
    this.onclose({ code });
  }
}

const target: WakeTarget = { server: "https://acme.example", token: "secret" };
let wanted: WakeTarget | null = target;
let end = new AbortController();
const heard: number[] = [];
let shutOut = 0;

function wake(ask = async () => wanted) {
  return createWake({
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    random: () => 1,
    target: ask,
    onWake: (revision) => heard.push(revision),
    onShutOut: () => {
      shutOut += 1;
    },
    signal: end.signal,
  });
}
const last = () => FakeSocket.opened.at(-1) as FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.opened = [];
  heard.length = 0;
  shutOut = 0;
  wanted = target;
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.useRealTimers();
});

describe("the wake-up socket", () => {
  it("says who it is in its first message and never in its address", async () => {
    await wake()();
    last().open();
    expect(last().url).toBe("wss://acme.example/v1/socket");
    expect(last().sent).toEqual(['{"token":"secret"}']);
  });

  it("says when the server lets this device in no more, and not when it was lost", async () => {
    await wake()();
    last().open();
    last().close();
    expect(shutOut).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    last().close(notLetIn);
    expect(shutOut).toBe(1);
  });

  it("is one, however often it is asked for", async () => {
    const update = wake();
    await Promise.all([update(), update(), update()]);
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it("tells the revision and passes over everything else", async () => {
    await wake()();
    last().open();
    for (const data of ['{"revision":7}', "{}", "not json", '{"revision":"8"}', new ArrayBuffer(2), '{"revision":9}'])
      last().onmessage({ data });
    expect(heard).toEqual([7, 9]);
  });

  it("says something every 20 seconds while it is open", async () => {
    await wake()();
    last().open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(last().sent).toHaveLength(1 + 3);
  });

  it("comes back after a while that grows, until the server speaks", async () => {
    await wake()();
    for (const waitMs of [1_000, 2_000, 4_000]) {
      last().close();
      const before = FakeSocket.opened.length;
      await vi.advanceTimersByTimeAsync(waitMs - 1);
      expect(FakeSocket.opened).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(FakeSocket.opened).toHaveLength(before + 1);
    }
    last().open();
    last().onmessage({ data: '{"revision":1}' });
    last().close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSocket.opened).toHaveLength(5);
  });

  it("closes when nothing needs it any more, and stays closed", async () => {
    const update = wake();
    await update();
    last().open();
    wanted = null;
    await update();
    expect(last().readyState).toBe(3);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it("listens as whoever is signed in now", async () => {
    const update = wake();
    await update();
    last().open();
    wanted = { server: "http://127.0.0.1:8787", token: "other" };
    await update();
    expect(FakeSocket.opened.map(({ readyState }) => readyState)).toEqual([3, 0]);
    expect(last().url).toBe("ws://127.0.0.1:8787/v1/socket");
  });

  it("follows the last who asked, whoever is answered first", async () => {
    let answerFirst = (_target: WakeTarget | null) => {};
    const answers = [new Promise<WakeTarget | null>((resolve) => (answerFirst = resolve)), Promise.resolve(target)];
    const update = wake(() => answers.shift() ?? Promise.resolve(target));
    const first = update();
    await update();
    answerFirst(null);
    await first;
    expect(FakeSocket.opened.map(({ readyState }) => readyState)).toEqual([0]);
  });

  it("opens nothing after the end", async () => {
    const update = wake();
    end.abort();
    await update();
    expect(FakeSocket.opened).toEqual([]);
  });
});
