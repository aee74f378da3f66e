// Plain JavaScript, so that an old Node can run it and say what is missing.
const needed = 22;
const [major] = process.versions.node.split(".");
if (Number(major) < needed) {
  console.error(
    `This needs Node ${needed} or newer and found ${process.versions.node}. The packages bring one for Linux, macOS and Windows on common ` +
      `processors; it is missing here (were optional packages left out?). Run "npm ci", or install Node ${needed} from nodejs.org.`,
  );
  process.exit(1);
}
