import type { Selector } from "./ast";
import type { Cursor } from "./cursor";

const INDEX = /(?:0|[1-9]\d*)(?=\])/y;
const NAME = /[A-Za-z0-9_-]+/y;

/**
 * Reads `$.users[0].id`. Names are letters, digits, `-` and `_`; array positions follow a property. Other forms
 * (`$["a"]`, `$.a[*]`, `$[0]`) are not documented and are refused.
 * Source: CloudWatch Logs user guide, filter and pattern syntax, "property selector".
 */
export const parseSelector = (cursor: Cursor): Selector => {
  if (!cursor.take("$")) cursor.fail('"(" or a selector such as $.eventName');
  if (!cursor.startsWith(".")) cursor.fail('"." and a property name');
  const steps: (string | number)[] = [];
  for (;;) {
    if (cursor.take(".")) {
      steps.push(cursor.takeMatch(NAME) ?? cursor.fail("a property name of letters, digits, - and _"));
    } else if (cursor.take("[")) {
      steps.push(Number(cursor.takeMatch(INDEX) ?? cursor.fail("an array position such as 0]")));
      cursor.take("]");
    } else {
      return steps;
    }
  }
};
