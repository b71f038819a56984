import { html, type Html } from "./html";
import { POLICY, STYLE_ELEMENT } from "./style";

/** What a page says, in the order in which it says it. */
interface Parts {
  /** Of the tab: what the page is, of what, and when. */
  readonly title: string;
  readonly heading: string;
  /** In a sentence, below the heading. */
  readonly of: Html;
  readonly verdict: { readonly says: string; readonly tone: Tone };
  readonly body: readonly Html[];
}

/** How something is meant: its colour, which never stands without its word. */
export type Tone = "good" | "bad" | "open" | "plain";

/** A page that loads nothing and runs nothing, and whose verdict comes first. */
export const document = ({ title, heading, of, verdict, body }: Parts): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#verdict">To the verdict</a>
        <header>
          <h1>${heading}</h1>
          <p>${of}</p>
        </header>
        <main>
          <p id="verdict" class="banner ${verdict.tone}" tabindex="-1">${verdict.says}</p>
          ${body}
        </main>
      </body>
    </html> `.text;
