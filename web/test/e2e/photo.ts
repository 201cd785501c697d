// Photographs of codes, as phones take them.

import type { Page } from "playwright-core";
import { pictureOf } from "./products.ts";

/** What a camera makes of a code: turned, tilted, blurred, pale, in uneven light. */
export async function photograph(page: Page, text: string): Promise<Buffer> {
  const svg = pictureOf(text).toString();
  const other = await page.context().newPage();
  await other.setViewportSize({ width: 900, height: 900 });
  await other.setContent(
    `<body style="margin:0;background:#6b5844;height:900px;display:grid;place-items:center;perspective:1200px">
     <div style="width:560px;transform:rotateZ(11deg) rotateX(18deg) rotateY(-14deg);filter:blur(.8px) contrast(.75)">${svg}</div>
     <div style="position:fixed;inset:0;background:linear-gradient(120deg,#0000 30%,#0007)"></div></body>`,
  );
  const picture = await other.screenshot({ type: "jpeg", quality: 70 });
  await other.close();
  return picture;
}
