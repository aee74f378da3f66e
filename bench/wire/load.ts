import { connect } from "node:net";
import { argv } from "node:process";

/** A process that sends one request over and over on kept connections: port, path, token, body, connections, milliseconds. Prints answers per second. */
const [port = "", path = "", token = "", body = "", connections = "64", ms = "2000"] = argv.slice(2);
const request = Buffer.from(
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
);
let answers = 0;
const end = performance.now() + Number(ms);

/** Bytes of a whole answer at the beginning of `text`; 0 while it is not whole. Throws when it is a refusal. */
function whole(text: string): number {
  const head = text.indexOf("\r\n\r\n");
  if (head === -1) return 0;
  if (!text.startsWith("HTTP/1.1 200")) throw new Error(text.slice(0, 300));
  const length = head + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1]);
  return text.length >= length ? length : 0;
}

const ask = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(request));
    let text = "";
    socket.setEncoding("latin1");
    socket.on("error", reject);
    socket.on("data", (part) => {
      text += part;
      const length = whole(text);
      if (length === 0) return;
      text = text.slice(length);
      answers += 1;
      if (performance.now() < end) socket.write(request);
      else socket.end(resolve);
    });
  });

await Promise.all(Array.from({ length: Number(connections) }, ask));
console.log((answers / Number(ms)) * 1000);
