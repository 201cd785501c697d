// Markdown: its common parts, and what is written to hurt.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Block, readMarkdown } from "../page/open/markdown.ts";
import type { Inline } from "../page/open/markdowninline.ts";

/** A tree in few letters: p(…), h1(…), em(…), a<address>(…). */
function shape(blocks: readonly Block[]): string {
  return blocks.map(blockShape).join(" ");
}

function blockShape(block: Block): string {
  switch (block.type) {
    case "heading":
      return `h${block.level}(${words(block.words)})`;
    case "paragraph":
      return `p(${words(block.words)})`;
    case "code":
      return `pre(${block.text})`;
    case "rule":
      return "hr";
    case "quote":
      return `quote(${shape(block.blocks)})`;
    case "list":
      return `${block.start === undefined ? "ul" : `ol${block.start}`}${block.tight ? "" : "+"}(${block.items.map(shape).join(" | ")})`;
    case "table":
      return `table(${[block.head, ...block.rows].map((row) => row.map(words).join(" | ")).join(" / ")})`;
  }
}

function words(all: readonly Inline[]): string {
  return all.map(wordShape).join("");
}

function wordShape(word: Inline): string {
  if (typeof word === "string") return word;
  if (word.type === "break") return "⏎";
  if (word.type === "code") return `code(${word.text})`;
  if (word.type === "link") return `a<${word.address}>(${words(word.words)})`;
  return `${word.type}(${words(word.words)})`;
}

const cases: Record<string, [text: string, tree: string][]> = {
  headings: [
    ["# One\n###### Six ##\n####### seven", "h1(One) h6(Six) p(####### seven)"],
    ["One\n===\nTwo\nlines\n---", "h1(One) h2(Two\nlines)"],
    ["#no\n\n#\n\n# a#", "p(#no) h1() h1(a#)"],
  ],
  paragraphs: [
    ["a\nb\n\n\nc", "p(a\nb) p(c)"],
    ["a  \nb\\\nc", "p(a⏎b⏎c)"],
    ["a\r\nb\r\n\r\nc", "p(a\nb) p(c)"],
  ],
  emphasis: [
    ["*a* _b_ **c** __d__ ~~e~~", "p(em(a) em(b) strong(c) strong(d) del(e))"],
    ["***a***", "p(em(strong(a)))"],
    ["*a **b** c*", "p(em(a strong(b) c))"],
    ["snake_case_word and 2*3*4", "p(snake_case_word and 2em(3)4)"],
    ["* not* and ** not **", "ul(p(not* and ** not **))"],
    ["**a* b", "p(*em(a) b)"],
    ["*a _b* c_", "p(em(a _b) c_)"],
    ["\\*a\\*", "p(*a*)"],
  ],
  code: [
    ["`a` ``b ` c`` `d", "p(code(a) code(b ` c) `d)"],
    ["`*a*` `<b>`", "p(code(*a*) code(<b>))"],
    ["```js\nlet a = 1;\n\n  b\n```\nc", "pre(let a = 1;\n\n  b) p(c)"],
    ["~~~\n```\n~~~", "pre(```)"],
    ["    a\n\n      b\nc", "pre(a\n\n  b) p(c)"],
    ["```\nnot closed", "pre(not closed)"],
  ],
  quotes: [
    ["> a\n> b\nlazy\n\nc", "quote(p(a\nb\nlazy)) p(c)"],
    ["> # a\n> > b", "quote(h1(a) quote(p(b)))"],
    ["> - a\n> - b", "quote(ul(p(a) | p(b)))"],
  ],
  lists: [
    ["- a\n- b\n  c\n- d", "ul(p(a) | p(b\nc) | p(d))"],
    ["3. a\n4. b\n\nc", "ol3(p(a) | p(b)) p(c)"],
    ["- a\n\n- b", "ul+(p(a) | p(b))"],
    ["- a\n  - b\n    - c\n- d", "ul(p(a) ul(p(b) ul(p(c))) | p(d))"],
    ["1. a\n\n   b\n\n   ```\n   c\n   ```", "ol1+(p(a) p(b) pre(c))"],
    ["- a\n* b", "ul(p(a)) ul(p(b))"],
    ["a\n- b\n\na\n2. b", "p(a) ul(p(b)) p(a\n2. b)"],
    ["- - a", "ul(ul(p(a)))"],
    ["-\n- a", "ul( | p(a))"],
    ["-\ta\n\tb", "ul(p(a\nb))"],
  ],
  rules: [["a\n\n***\n- - -\n___", "p(a) hr hr hr"]],
  links: [
    ["[a](https://a.example/x)", "p(a<https://a.example/x>(a))"],
    ['[*a*](<https://a.example/x y> "title") [b](/b (c))', "p(a<https://a.example/x y>(em(a)) a</b>(b))"],
    ["[a](x(y)z) [b]( c )", "p(a<x(y)z>(a) a<c>(b))"],
    [
      "[a][B c] [b  C][] [b c]\n\n[b c]: https://b.example",
      "p(a<https://b.example>(a) a<https://b.example>(b  C) a<https://b.example>(b c))",
    ],
    ["<https://a.example> <b@c> <i>", "p(a<https://a.example>(https://a.example) <b@c> <i>)"],
    ["[a [b](c) d](e)", "p([a a<c>(b) d](e))"],
    ["[a] and ![b](c.png) ![d][e]", "p([a] and picture(b) ![d][e])"],
    ["[a](https://x", "p([a](https://x)"],
  ],
  entities: [["&amp; &lt;b&gt; &#65; &#x41; &nope; &constructor; &", "p(& <b> A A &nope; &constructor; &)"]],
  tables: [
    ["| a | b |\n|---|:-:|\n| *1* | 2 \\| 3 |\n| 4 |\n\nc", "table(a | b / em(1) | 2 | 3 / 4 | ) p(c)"],
    ["a | b\nc | d", "p(a | b\nc | d)"],
  ],
  markup: [
    ["<script>alert(1)</script>", "p(<script>alert(1)</script>)"],
    ["<img src=x onerror=alert(1)>\n\n<div>\n*a*\n</div>", "p(<img src=x onerror=alert(1)>) p(<div>\nem(a)\n</div>)"],
  ],
};

for (const [name, of] of Object.entries(cases)) {
  test(name, () => {
    for (const [text, tree] of of) assert.equal(shape(readMarkdown(text)), tree, JSON.stringify(text));
  });
}

test("an address is what was written, whatever it begins with: the page decides where it leads", () => {
  const [block] = readMarkdown("[a](javascript:alert(1)) [b](data:text/html,x)");
  assert.equal(shape([block!]), "p(a<javascript:alert(1)>(a) a<data:text/html,x>(b))");
});

// Of each a text of 200 kB: what takes work that grows with the square would take minutes.
const hostile: Record<string, string> = {
  quotes: ">",
  "quotes and spaces": "> ",
  lists: "- ",
  numbers: "1. ",
  brackets: "[",
  "closed brackets": "]",
  "brackets and pictures": "![](",
  links: "[a](",
  "quoted titles": '[a](b "',
  "nested links": "[a](b)[",
  stars: "*",
  "stars and words": "*a ",
  "stars and lines": "*a_b ",
  "openers of both": "**a _b ",
  tildes: "~~a ",
  backticks: "`",
  "backticks apart": "`a``b```c",
  backslashes: "\\",
  entities: "&#",
  angles: "<a:",
  spaces: " ",
  "spaces and hashes": "# #",
  bars: "|",
  "bars and lines": "|-",
  lines: "a\n",
  "quotes in lines": "> a\n",
  "items in lines": "- a\n",
  "deeper items": "- a\n  ",
  fences: "```\n",
  underlines: "-\n",
  definitions: "[a]: b\n",
  tabs: "\t",
};

for (const [name, part] of Object.entries(hostile)) {
  test(`many ${name} end`, { timeout: 60_000 }, () => {
    const text = part.repeat(200_000 / part.length);
    assert.ok(Array.isArray(readMarkdown(text)));
    assert.ok(Array.isArray(readMarkdown(`a ${text}`)));
  });
}

test("nesting is bounded, and what is deeper is there as text", () => {
  const deep = shape(readMarkdown(">".repeat(100) + " a"));
  assert.equal(deep.split("quote(").length - 1, 12);
  assert.match(deep, />{88} a/);
});
