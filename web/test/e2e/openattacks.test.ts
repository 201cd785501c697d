// HTML of a publisher who means harm: it looks like something, and does nothing.

import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { soon } from "../eventually.ts";
import { buy, show } from "./bought.ts";
import { launch, serve, type Site } from "./site.ts";

let browser: Browser;
let site: Site;
let stranger: Server;
const heard: string[] = []; // what the stranger was asked
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
  stranger = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*").end("<h1>taken</h1>");
  });
  stranger.on("connection", () => heard.push("a connection")); // which a preconnect makes
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
});
after(async () => {
  await browser.close();
  await site.close();
  stranger.closeAllConnections();
  await new Promise((resolve) => stranger.close(resolve));
});

const taken =
  "try{top.document.title='taken'}catch{};try{parent.document.body.replaceChildren()}catch{};document.title='taken';document.body.dataset.ran='yes'";

/** Attacks by what they try; S is the stranger's address. */
const attacks: Record<string, string> = {
  script: `<script>${taken}</script><script src="S/a.js"></script><script type="module">${taken}</script>`,
  "its own origin's script": `<script src="/manifest.webmanifest"></script><link rel="modulepreload" href="/manifest.webmanifest">`,
  handlers: `<img src="x" onerror="${taken}"><body onload="${taken}"><svg onload="${taken}"></svg><details open ontoggle="${taken}">`,
  "script addresses": `<iframe src="javascript:${taken}"></iframe><a id="go" href="javascript:${taken}">go</a>`,
  "a refresh": `<meta http-equiv="refresh" content="0; url=S/refresh"><noscript><meta http-equiv="refresh" content="0; url=S/refresh"></noscript>`,
  "another policy": `<meta http-equiv="Content-Security-Policy" content="default-src *"><img src="S/policy.png">`,
  forms: `<form id="f" action="S/form" method="post"><input name="a" value="b"><button id="go">send</button></form>`,
  "a button's form": `<form id="f"></form><button id="go" form="f" formaction="S/formaction" formmethod="get">send</button>`,
  "links to the top": `<a id="go" href="S/top" target="_top">go</a>`,
  "links to a window": `<a id="go" href="S/window" target="_blank">go</a>`,
  "links in the frame": `<a id="go" href="S/self" ping="S/ping">go</a>`,
  "links to the page": `<a id="go" href="/">go</a>`,
  areas: `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" usemap="#m" width="99" height="99" id="go"><map name="m"><area shape="default" href="S/area"></map>`,
  "links of drawings": `<svg width="99" height="99" id="go"><a xlink:href="S/svg" href="S/svg2"><rect width="99" height="99"/></a></svg>`,
  "links that move": `<svg width="99" height="99" id="go"><a><animate attributeName="href" values="S/animated" dur="1s" repeatCount="indefinite"/><set attributeName="xlink:href" to="S/set"/><rect width="99" height="99"/></a></svg>`,
  "links of formulas": `<math><mtext href="S/math" id="go">go</mtext></math>`,
  downloads: `<a id="go" href="data:text/html,x" download="taken.html">save</a>`,
  "a base": `<base href="S/" target="_top"><img src="base.png"><a id="go" href="x">go</a>`,
  frames: `<iframe src="S/frame"></iframe><iframe srcdoc="<script>${taken}</script><img src='S/srcdoc.png'>"></iframe><object data="S/object"></object><embed src="S/embed">`,
  styles: `<link rel="stylesheet" href="S/a.css"><style>@import url(S/import.css); @font-face{font-family:f;src:url(S/f.woff2)} body{background:url(S/bg.png);font-family:f;cursor:url(S/c.cur),auto} body::before{content:url(S/content.png)}</style><p style="background:url(S/inline.png)">p`,
  media: `<img src="S/i.png" srcset="S/i2.png 2x"><picture><source srcset="S/p.png"><img></picture><video src="S/v.webm" poster="S/poster.png" autoplay></video><audio src="S/a.mp3" autoplay></audio><video><track src="S/t.vtt" default kind="subtitles"></video><input type="image" src="S/input.png">`,
  drawings: `<svg><image href="S/image.png"/><use href="S/use.svg#a"/><filter id="x"><feImage href="S/fe.png"/></filter><rect filter="url(S/filter.svg#a)" width="9" height="9"/></svg>`,
  hints: `<link rel="preconnect" href="S"><link rel="dns-prefetch" href="S"><link rel="prefetch" href="S/prefetch"><link rel="preload" as="image" href="S/preload.png"><link rel="prerender" href="S/prerender"><link rel="icon" href="S/icon.png"><link rel="manifest" href="S/manifest">`,
  rules: `<script type="speculationrules">{"prefetch":[{"urls":["S/rules"]}],"prerender":[{"urls":["S/rules2"]}]}</script>`,
  "names that stand in a document's way": `<form name="querySelectorAll"></form><img name="querySelector"><img name="documentElement"><img name="head"><img name="body"><embed name="createElement"><object name="getElementById"></object><form name="ownerDocument"><input name="getAttribute"><input name="removeAttribute"><input name="localName"><input name="remove"><input name="matches"><input name="querySelectorAll"></form><script>${taken}</script><a id="go" href="S/clobbered" target="_top">go</a>`,
  "a form that clobbers itself": `<form action="S/form" id="f"><input name="action"><input name="attributes"><input name="removeAttribute"><input name="submit"><button id="go">send</button></form>`,
  shadows: `<div><template shadowrootmode="open"><script>${taken}</script><img src="S/shadow.png" onerror="${taken}"><link rel="stylesheet" href="S/shadow.css"></template></div><template><iframe src="S/template"></iframe></template>`,
  "commands without a script": `<button id="go" popovertarget="p" command="show-modal" commandfor="d">go</button><div id="p" popover><img src="S/popover.png"><a href="S/popover" target="_top">go</a></div><dialog id="d" open><form method="dialog" action="S/dialog"><button formaction="S/dialog2">go</button></form></dialog>`,
  "keys and focus": `<a accesskey="x" href="S/access" autofocus onfocus="${taken}">x</a><input autofocus onfocus="${taken}" onblur="${taken}"><p id="go" tabindex="0" onclick="${taken}" onkeydown="${taken}" contenteditable onbeforeinput="${taken}">go</p>`,
  "styles of all kinds": `<style>@import "S/i1.css" layer(x); @namespace url(S/ns); @font-face{font-family:g;src:local(x),url("S/g.woff")} :root{--u:url(S/var.png)} p{background-image:image-set("S/set.png" 1x);list-style:url(S/list.png);border-image:url(S/border.png) 1;mask:url(S/mask.svg#m);clip-path:url(S/clip.svg#c);filter:url(S/filter.svg#f);shape-outside:url(S/shape.png);offset-path:url(S/path.svg#p);content:url(S/content2.png);-webkit-box-reflect:below 0 url(S/reflect.png)} p::after{content:var(--u);background:var(--u)}</style><svg><style>@import url(S/svg.css); rect{fill:url(S/fill.svg#f);marker:url(S/marker.svg#m)}</style><rect width="9" height="9"/></svg><p>p</p>`,
  "old ways": `<body background="S/body.png"><table background="S/table.png"><td background="S/td.png">x</td></table><img lowsrc="S/low.png" dynsrc="S/dyn.png"><bgsound src="S/bg.wav"><applet code="S/applet" archive="S/a.jar"></applet><isindex action="S/index"><marquee onstart="${taken}">x</marquee><xml src="S/xml"></xml><blockquote cite="S/cite">q</blockquote><img longdesc="S/long" usemap="#x" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
  "documents within addresses": `<object data="data:text/html,<script>${taken}</script>"></object><embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${taken}'/>"><svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${taken}</script></svg>#x"/><foreignObject><iframe src="S/foreign"></iframe><body xmlns="http://www.w3.org/1999/xhtml" onload="${taken}"></body></foreignObject><script href="S/s.js"/><handler>${taken}</handler></svg><math><annotation-xml encoding="text/html"><script>${taken}</script></annotation-xml></math>`,
  "addresses of the page's own": `<a id="go" href="blob:null/x" target="_top">go</a><img src="/icon.svg"><iframe src="/index.html"></iframe><object data="/"></object>`,
  "what is cut open": `<noscript><p title="</noscript><img src=x onerror=${"alert(1)"}>"></noscript><svg><title><style><img src="S/mutated.png" onerror="${taken}"></style></title></svg><math><mi><mglyph><style><img src="S/mutated2.png"></style></mglyph></mi></math><select><template><script>${taken}</script></template></select>`,
  "a frameset": `<frameset><frame src="S/frameset"></frameset>`,
};

for (const [name, attack] of Object.entries(attacks)) {
  test(`${name}: nothing is done, and nobody asked`, async () => {
    const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    heard.length = 0;
    const first = name === "a frameset" ? "" : "<p>It is shown.</p>"; // which it would not stand behind
    const html = `${first}${attack.replaceAll("S/", `${url}/`).replaceAll('"S"', `"${url}"`)}`;
    const bought = await buy({
      sections: [{ name: "a.html", media: "text/html", bytes: Buffer.from(html) }],
      title: name,
    });
    const context = await browser.newContext();
    const asked: string[] = [];
    // What a policy stops is told of as a request that failed.
    context.on("response", (response) => asked.push(response.url()));
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      if (why !== "csp" && why !== "origin") asked.push(`${request.url()}: ${why}`);
    });
    const page = await context.newPage();
    page.on("download", () => asked.push("a download"));
    await page.goto(site.url);
    await show(page, site.url, bought);
    // The page's own files are kept by then, for which its worker asks in its own time.
    await page.evaluate(() => navigator.serviceWorker.ready);
    const before = site.asked.length;
    await page.getByRole("button", { name: "Open", exact: true }).click();
    const frame = page.frameLocator("iframe.document");
    await page.locator("iframe.document[data-shown]").waitFor(); // the document is in its frame
    if (first !== "") await frame.getByText("It is shown.").waitFor();
    const go = frame.locator("#go");
    if (await go.count()) {
      await go.click({ force: true });
      await go.click({ force: true, modifiers: ["Control"], timeout: 5000 }).catch(() => undefined);
      await go.click({ force: true, button: "middle", timeout: 5000 }).catch(() => undefined);
    }
    await page.waitForTimeout(300); // what was begun has time to be heard of
    const others = asked.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url));
    assert.deepEqual([others, heard], [[], []]);
    assert.deepEqual(
      site.asked
        .slice(before)
        .filter((path) => !/^\/(assets\/|frame\.html$|icon\.svg$|serviceworker\.js$|v1\/)/.test(path)),
      [],
    );
    assert.equal(await page.title(), `tier 0, ${name} – Shrinkwrap`);
    assert.equal(context.pages().length, 1);
    assert.equal(page.url(), `${site.url}#${bought.id}/0`);
    assert.deepEqual(await filled(page), { frames: 1, ran: false, at: "/frame.html" });
    await context.close();
  });
}

/** What the page's frame has become. */
function filled(page: Page): Promise<object> {
  return page.evaluate(() => {
    const all = document.querySelectorAll("iframe");
    const place = all[0]!.contentDocument;
    return { frames: all.length, ran: place?.body?.dataset["ran"] === "yes", at: place?.location.pathname };
  });
}

test("the frame runs no script, not even one that the page itself would put there", async () => {
  const bought = await buy({
    sections: [{ name: "a.html", media: "text/html", bytes: Buffer.from("<p>It is shown.") }],
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  await show(page, site.url, bought);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.frameLocator("iframe.document").getByText("It is shown.").waitFor();
  const ran = await page.evaluate(async () => {
    const place = document.querySelector("iframe")!.contentDocument!;
    const script = place.createElement("script");
    script.textContent = "document.body.dataset.ran = 'yes'";
    const image = place.createElement("img");
    image.setAttribute("onerror", "document.body.dataset.ran = 'yes'");
    image.src = "data:image/png,x";
    place.body.append(script, image);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return place.body.dataset["ran"];
  });
  assert.equal(ran, undefined);
  await context.close();
});

test("what an honest document looks like is kept: styles, pictures in it, links that say where they lead", async () => {
  const html = `<!doctype html><style>h1{color:rgb(1,2,3)}</style><h1>Head</h1><p style="color:rgb(4,5,6)">Words</p>
    <img id="dot" src="data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=">
    <a href="#end">down</a> <a href="https://elsewhere.example/x">out</a> <p id="end" style="margin-top:3000px">End</p>`;
  const bought = await buy({ sections: [{ name: "a.html", media: "text/html", bytes: Buffer.from(html) }] });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  await show(page, site.url, bought);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  const frame = page.frameLocator("iframe.document");
  const colour = (at: string): Promise<string> => frame.locator(at).evaluate((one) => getComputedStyle(one).color);
  await frame.getByText("Words").waitFor();
  assert.deepEqual([await colour("h1"), await colour("p >> nth=0")], ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
  const width = () => frame.locator("#dot").evaluate((one) => (one as HTMLImageElement).naturalWidth);
  await soon(async () => assert.equal(await width(), 1));
  await frame.getByRole("link", { name: "down" }).click();
  await soon(async () => assert.ok((await frame.locator("html").evaluate((one) => one.scrollTop)) > 1000));
  await frame.getByRole("link", { name: "out" }).focus();
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: "https://elsewhere.example/x" });
  await link.waitFor();
  assert.deepEqual(await link.evaluate((one) => [one.getAttribute("target"), one.getAttribute("rel")]), [
    "_blank",
    "noopener noreferrer",
  ]);
  await context.close();
});
