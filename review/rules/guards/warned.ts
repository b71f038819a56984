import { FAILED } from "../../model/failed-checks";
import type { Change } from "../../model/thing";
import type { Found } from "../rule";
import { few, placeOf } from "../words";

/** Checks that a plan says do not hold, whatever the change has to do with it. */
export const warnedOf = (changes: readonly Change[]): readonly Found[] =>
  changes.flatMap(({ type, after }) => {
    if (type !== FAILED || after === undefined) return [];
    const { status, told } = after.values as { status: string; told: readonly string[] };
    const why = told.length === 0 ? "" : `: ${few(told)}`;
    return [
      {
        severity: "low",
        place: placeOf(after),
        exactly: told,
        words: `\`${after.address}\` ${status === "fail" ? "does not hold" : "could not be asked"} in this plan${why}`,
      },
    ];
  });
