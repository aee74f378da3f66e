// An older Node cannot load main.ts at all, so this much is plain JavaScript.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `The server needs Node 22.18 or newer and this is ${process.versions.node}: run "npm ci", which brings one, then "npm run server".`,
  );
  process.exitCode = 1;
} else {
  await import("./main.ts");
}
