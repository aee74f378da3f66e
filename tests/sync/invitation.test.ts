// @vitest-environment node
import { describe, expect, it } from "vitest";
import { forumLinkIn, parseInvitation } from "../../lib/sync/invitation.ts";
import { newCode } from "../../server/ids.ts";

const code = newCode("7k2m4n6p8q0r");
const server = "https://fans.acme.example";
const link = `${server}/join#${code}`;
const half = `${server}/join#${code.slice(0, 22)}`;
const other = code.slice(22);
const escaped = encodeURIComponent(link);
const wide = [...link].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");

describe("an invitation is read", () => {
  it.each([
    ["as it is", link],
    ["with spaces around it", `  ${link}\n`],
    ["at the end of a sentence", `Please join us at ${link}.`],
    ["as a question's last word", `Did you get ${link}?!`],
    ["before a comma", `${link}, see you`],
    ["before an ellipsis", `${link}…`],
    ["before a Chinese full stop", `請加入：${link}。`],
    ["in brackets", `(${link})`],
    ["in square brackets", `[${link}]`],
    ["in angle brackets, as mail does", `URL:<${link}>`],
    ["in quotes", `"${link}"`],
    ["in curled quotes", `“${link}”`],
    ["in single quotes", `'${link}'`],
    ["in guillemets", `«${link}»`],
    ["in Chinese quotes", `「${link}」`],
    ["in code marks", `\`${link}\``],
    ["in bold", `**${link}**`],
    ["in italics", `_${link}_`],
    ["in Slack's form", `<${link}|Join us>`],
    ["in Slack's form, shown as itself", `<${link}|${link}>`],
    ["as a link of Markdown", `[Join us](${link})`],
    ["as a link of Markdown with a title", `[Join us](${link} "once")`],
    ["as a link of Markdown that is shown shortened", `[${link.slice(0, 40)}…](${link})`],
    ["as a link of HTML", `<a href="${link}" target="_blank">Join</a>`],
    ["as a link of a forum", `[url=${link}]Join[/url]`],
    ["with a zero-width space behind it", `${link}\u200b`],
    ["with a mark of byte order before it", `\ufeff${link}`],
    ["with direction marks around it", `\u2068\u200f${link}\u2069\u202c`],
    ["with soft hyphens in it", `${half}\u00ad${other}`],
    ["with a zero-width space in its host", link.replace("acme", "ac\u200bme")],
    ["in full-width letters", wide],
    ["with a dash for the hyphen", link.replace(/-(?=\w+$)/, "–")],
    ["with a hyphen that does not break", link.replace(/-(?=\w+$)/, "\u2011")],
    ["broken within the code", `${half}\n${other}`],
    ["broken within the code, as a box of one line shows it", `${half} ${other} (once, 7 days)`],
    ["broken within the code in a quoted mail", `> ${half}\r\n> ${other}\r\n> Yours`],
    ["broken within the code in raw mail", `${half}=\r\n${other}`],
    ["broken before the code", `${server}/join\n#${code}`],
    ["broken within the host", `https://fans.acme.exam\nple/join#${code} Best regards`],
    ["broken into three", `${server}/join#${code.slice(0, 8)}\n${code.slice(8, 22)}\n${other}`],
    ["with words run into it", `${link}See you`.replace(/S/, "\nS")],
    ["with its # escaped", link.replace("#", "%23")],
    ["with its # escaped twice", link.replace("#", "%2523")],
    ["with its # as HTML has it", link.replace("#", "&#35;")],
    ["with its # as raw mail has it", link.replace("#", "=23")],
    ["with its # behind a backslash", link.replace("#", "\\#").replace(/-(?=\w+$)/, "\\-")],
    ["escaped as a whole", escaped],
    ["as JSON has it", link.replaceAll("/", "\\/")],
    ["with its hyphen escaped", link.replace(/-(?=\w+$)/, "%2D")],
    ["with a slash before the #", link.replace("#", "/#")],
    ["with tracking before the #", link.replace("#", "?utm_source=mail&fbclid=a-b_c#")],
    ["with tracking behind the code", `${link}?utm_source=mail`],
    ["with tracking behind an ampersand", `${link}&fbclid=abc`],
    ["in capitals", link.toUpperCase()],
    ["with the default port", link.replace("/join", ":443/join")],
    ["without https", link.replace("https://", "")],
    ["with two slashes alone", link.replace("https:", "")],
    ["after a word and a colon", `Link:${link}`],
    ["after words that ran into it", `Here it is:${link}`],
    ["after another link", `Get it at https://store.acme.example/detail/abc and join at ${link}`],
    ["before another link", `${link} https://store.acme.example/detail/abc`],
    ["twice, run into each other", `${link}${link}`],
    ["without https, in italics", `_${link.replace("https://", "")}_`],
    ["without https, after another link", `https://store.acme.example/abc ${link.replace("https://", "")}`],
    ["without https, after its name", `URL=${link.replace("https://", "")}`],
    ["in brackets as HTML has them", `&lt;${link}&gt;`],
    ["with an escaped break in the code", `${half}%0A${other}`],
    ["escaped twice as a whole", encodeURIComponent(escaped)],
    ["behind Outlook's address, in capitals", `https://eur01.safelinks.protection.outlook.com/?url=${escaped}&data=1`.toUpperCase()],
    ["behind mailto", `mailto:${link}`],
    ["in a mail that is being written", `mailto:?subject=Join&body=Join%20us%3A%20${escaped}%0A`],
    ["behind Outlook's address", `https://eur01.safelinks.protection.outlook.com/?url=${escaped}&data=05%7C02&reserved=0`],
    [
      "behind Outlook's address, the code behind it all",
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${server}/join`)}&data=05#${code}`,
    ],
    ["behind Google's address", `https://www.google.com/url?q=${escaped}&sa=D&ust=1`],
    ["behind Facebook's address", `https://l.facebook.com/l.php?u=${escaped}&h=AT0`],
    ["behind Slack's address", `https://slack-redir.net/link?url=${escaped}`],
    ["behind LinkedIn's address", `https://www.linkedin.com/safety/go?url=${escaped}&trk=x`],
    ["to be shared by WhatsApp", `https://wa.me/?text=${encodeURIComponent(`Join us: ${link}.`)}`],
    ["behind Proofpoint's address", `https://urldefense.com/v3/__${link.replace("#", "*")}__;Iw!!AbC!dEf$`],
    [
      "behind Proofpoint's older address",
      `https://urldefense.proofpoint.com/v2/url?u=${link.replace(/[-:#]/g, (sign) => `-${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("/", "_")}&d=Dw`,
    ],
    ["twice behind such addresses", `https://www.google.com/url?q=${encodeURIComponent(`https://slack-redir.net/link?url=${escaped}`)}`],
  ])("%s", (_, text) => {
    expect(parseInvitation(text, null)).toEqual({ server, code });
  });

  it.each([
    ["https://acme.example:8443/join#abcdef", "https://acme.example:8443"],
    ["https://ACME.example/community/join#abcdef", "https://acme.example/community"],
    ["https://acme.example/a/b/join/#abcdef", "https://acme.example/a/b"],
    ["https://acme.example//join#abcdef", "https://acme.example"],
    ["https://bücher.example/join#abcdef", "https://xn--bcher-kva.example"],
    ["http://127.0.0.1:8787/join#abcdef", "http://127.0.0.1:8787"],
    ["http://localhost:8787/join#abcdef", "http://localhost:8787"],
    ["localhost:8787/join#abcdef", "http://localhost:8787"],
    ["http://fanswer.localhost:8787/join#abcdef", "http://fanswer.localhost:8787"],
    ["http://[::1]:8787/join#abcdef", "http://localhost:8787"],
    ["http://0.0.0.0:8787/join#abcdef", "http://127.0.0.1:8787"],
    ["https://[2001:db8::1]/join#abcdef", "https://[2001:db8::1]"],
  ])("%s, as the server %s", (text, expected) => {
    expect(parseInvitation(text, null)).toEqual({ server: expected, code: "abcdef" });
  });

  it.each([
    ["as it is", code],
    ["in capitals", code.toUpperCase()],
    ["with a full stop", ` ${code}.`],
    ["after its name", `Code: ${code}`],
    ["in a sentence", `your code is ${code}, once`],
    ["in groups", `${code.slice(0, 6)} ${code.slice(6, 13)} ${code.slice(13, 26)} ${code.slice(26)}`],
    ["with a dash for the hyphen", code.replace("-", "–")],
  ])("from its code alone, %s, where the server is known", (_, text) => {
    expect(parseInvitation(text, server)).toEqual({ server, code });
    expect(() => parseInvitation(text, null)).toThrow(expect.objectContaining({ code: "invitation_unreadable" }));
  });

  it("from another server's link although one is known, and from a code of another form", () => {
    expect(parseInvitation(link, "https://known.example")).toEqual({ server, code });
    expect(parseInvitation("abc-DEF_123", server)).toEqual({ server, code: "abc-DEF_123" });
    expect(parseInvitation(`${server}/join#abc-DEF_123`, null)).toEqual({ server, code: "abc-DEF_123" });
  });
});

describe("what is none says so, and never that it was used", () => {
  it.each([
    "",
    "abcdef",
    "hello there",
    "https://acme.example/join",
    "https://acme.example/join#",
    "https://acme.example/join#a b",
    "https://acme.example/join?code=abcdef",
    `https://acme.example/other#${code}`,
    `https://acme.example/rejoin#${code}`,
    `https://user:secret@acme.example/join#${code}`,
    `https://acme.example%40evil.example/join#${code}`,
    `https://acme.example\\@evil.example/join#${code}`,
    `https://acme.example/?next=${escaped}`,
    `https://acme.example/x:${link}`,
    `https://fans.ac me.example/join#${code}`,
    `https://acme.example/x,y.example/join#${code}`,
    `https://www.google.com/search?q=${escaped}`,
    `https://google.com.evil.example/url?q=${escaped}`,
    half,
    `${link}abc`,
    `javascript:alert(1)//join#${code}`,
    `ftp://acme.example/join#${code}`,
    `https://acme.example/join#${"a".repeat(101)}`,
    "<img src=x>",
  ])("%s", (text) => {
    expect(() => parseInvitation(text, null)).toThrow(expect.objectContaining({ code: "invitation_unreadable" }));
  });

  it.each([
    `http://acme.example/join#${code}`,
    `http://127.0.0.1.evil.example/join#${code}`,
    `http://localhost.evil.example/join#${code}`,
    `http://192.168.1.7:8787/join#${code}`,
    `<http://acme.example/join#${code}>.`,
  ])("%s, which others on the way could read", (text) => {
    expect(() => parseInvitation(text, null)).toThrow(expect.objectContaining({ code: "invitation_unsafe" }));
  });

  it.each(["hello there", "please send me a new invitation-link because mine does not work any more"])(
    "%s, also where the server is known",
    (text) => {
      expect(() => parseInvitation(text, server)).toThrow(expect.objectContaining({ code: "invitation_unreadable" }));
    },
  );

  it("ends soon, however long the text is", () => {
    const began = performance.now();
    for (const text of [
      "https://".repeat(20_000),
      `${half} `.repeat(5_000),
      "a.".repeat(50_000),
      "%25".repeat(50_000),
      "-".repeat(100_000),
    ])
      expect(() => parseInvitation(text, server)).toThrow();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe("the link to where a forum's accounts join", () => {
  const page = `${server}/join/forum/7k2m4n6p8q0r`;

  it.each([page, `${page}/`, `${page}?lang=he`, `Join: <${page}>.`, `${server.toUpperCase()}/join/forum/7K2M4N6P8Q0R`])(
    "is found in %s, and is no invitation",
    (text) => {
      expect(forumLinkIn(text)).toEqual({ server, workspace: "7k2m4n6p8q0r" });
      for (const known of [null, server])
        expect(() => parseInvitation(text, known)).toThrow(expect.objectContaining({ code: "sign_on_first" }));
    },
  );

  it.each([
    link,
    `http://fans.acme.example/join/forum/7k2m4n6p8q0r`,
    `${page}x`,
    `${server}/join/forum/`,
    "https://a:b@evil.example/join/forum/7k2m4n6p8q0r",
  ])("is not %s", (text) => {
    expect(forumLinkIn(text)).toBeNull();
  });

  it("beside an invitation leaves that one", () => {
    expect(parseInvitation(`${page} ${link}`, null)).toEqual({ server, code });
  });
});
