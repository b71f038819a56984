import { html, type Html } from "./html";

/** A table with a caption, headers with their scope, and the first cell of each row as its header. */
export function table(
  caption: string,
  heads: readonly (readonly [text: string, width: string])[],
  rows: readonly (readonly [Html, ...Html[]])[],
): Html {
  const head = heads.map(([text, width]) => html`<th scope="col" class="${width}">${text}</th>`);
  const body = rows.map(
    ([first, ...cells]) =>
      html`<tr>
        <th scope="row">${first}</th>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr> `,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}
