import { mistake } from "./mistake";

/** An option that must be there. */
export function required(name: string, value: string | undefined): string {
  if (value === undefined) mistake(`--${name}`, "be given (see --help)");
  return value;
}
