import type { Context } from "hono";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Join a workspace · Fanswer</title>
<h1>You are invited</h1>
<p>Copy the whole address of this page and paste it into Fanswer's welcome page, which opens when the extension is installed.</p>
</html>
`;

/** `GET /join`: what a browser shows behind an invitation. The code stands after the #, so it never comes here. */
export const joinPage = (context: Context) =>
  context.html(page, 200, {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
