import { sighting, type TestDevice, type TestServer } from "../support.ts";

export const text = "Hold the button for ten seconds.";
export const ref = (postId = "1") => ({ mentionId: `x:${postId}` });
export const refused = (code: string) => ({ code });

/** A newcomer who is on a post, three advocates who may review, and one of staff. */
export class Newcomer {
  readonly nia: TestDevice;
  readonly ann: TestDevice;
  readonly ben: TestDevice;
  readonly cem: TestDevice;
  readonly sam: TestDevice;
  /** Of the newcomer's claim on the first post. */
  fence = 0;

  private constructor(nia: TestDevice, [ann, ben, cem]: readonly [TestDevice, TestDevice, TestDevice], sam: TestDevice) {
    this.nia = nia;
    this.ann = ann;
    this.ben = ben;
    this.cem = cem;
    this.sam = sam;
  }

  static async join(server: TestServer): Promise<Newcomer> {
    const workspace = await server.workspace();
    const trusted = () => server.join(workspace, "advocate", 1);
    const [nia, sam] = [await server.join(workspace, "advocate", 0), await server.join(workspace, "staff")];
    const all = new Newcomer(nia, [await trusted(), await trusted(), await trusted()], sam);
    all.fence = await all.take("1");
    return all;
  }

  /** The newcomer sees a post and takes it. */
  async take(postId: string): Promise<number> {
    await this.nia.run("mention.report", sighting(postId));
    return (await this.nia.run("claim.take", ref(postId))).claim?.fence ?? 0;
  }

  /** The newcomer sends a text on the first post for review. */
  send(words = text) {
    return this.nia.run("review.request", { ...ref(), fence: this.fence, text: words });
  }

  /** The newcomer says that a reply stands on the site. */
  post(words: string) {
    const url = "https://x.com/nia/status/7";
    return this.nia.run("reply.posted", { ...ref(), fence: this.fence, text: `${words}\nI'm an Acme customer`, url, proof: "seen" });
  }
}

export const approve = (who: TestDevice, postId = "1", words = text) => who.run("review.approve", { ...ref(postId), text: words });
