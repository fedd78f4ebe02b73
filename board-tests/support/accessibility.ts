// What axe-core has against a page as it stands in a browser.
import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2, levels A and AA, and what axe-core's makers advise beside it. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A line each; none for a page that is well. */
export async function violationsOn(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  // The page's own policy lets no other script in.
  await client.send("Page.setBypassCSP", { enabled: true });
  await page.evaluate(axe.source);
  const run = `axe.run({ runOnly: ${JSON.stringify(RULES)} })`;
  const found = await page.evaluate(
    `${run}.then(({violations}) => violations.map(({id, nodes}) => id + ": " + nodes.map(({html, failureSummary}) => html + failureSummary).join(" ")))`,
  );
  return found as string[];
}
