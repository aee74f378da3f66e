import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly stream: boolean;
    readonly messages: { readonly role: string; readonly content: string }[];
  };
}

type Behaviour = (response: ServerResponse, asked: Asked) => void | Promise<void>;

const event = (data: unknown) => `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
const delta = (content: string, finish: string | null = null) => event({ choices: [{ delta: { content }, finish_reason: finish }] });

/** How a model's server may behave. */
export const behaviours = {
  streams:
    (...parts: string[]): Behaviour =>
    (response) => {
      response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
      // The role comes first, a comment keeps the line open, and the pieces do not end where events do.
      const whole = Buffer.from(
        `${event({ choices: [{ delta: { role: "assistant" } }] })}: keep-alive\n\n${parts.map((part) => delta(part)).join("")}${delta("", "stop")}${event("[DONE]")}`,
      );
      for (let at = 0; at < whole.length; at += 7) response.write(whole.subarray(at, at + 7));
      response.end();
    },
  answersWhole:
    (content: string): Behaviour =>
    (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content }, finish_reason: "stop" }] }));
    },
  says:
    (status: number, body = ""): Behaviour =>
    (response) =>
      void response.writeHead(status, { location: "http://127.0.0.1:9/" }).end(body),
  refuses: (): Behaviour => (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(event({ choices: [{ delta: { refusal: "I cannot help with that." } }] }) + event("[DONE]"));
  },
  filters: (): Behaviour => (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(delta("Half a", null) + delta("", "content_filter"));
  },
  breaksOff: (): Behaviour => (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(delta("Half an answ"));
  },
  hangs: (): Behaviour => () => {},
  fallsSilent: (): Behaviour => (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(delta("Half an answ"));
  },
  never_ends: (): Behaviour => (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const timer = setInterval(() => response.write(delta("x".repeat(50_000))), 1);
    response.on("close", () => clearInterval(timer));
  },
} as const;

/** A small server that speaks the chat completions protocol as the test says; what it was asked stands in `asked`. */
export function useModelServer() {
  const model = { address: "", asked: [] as Asked[], behave: behaviours.streams("Hello") as Behaviour };
  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const asked = {
        path: request.url ?? "",
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(parts).toString()),
      };
      model.asked.push(asked);
      void model.behave(response, asked);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    model.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return model;
}
