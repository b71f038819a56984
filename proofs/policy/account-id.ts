import { refuse } from "./refuse";

/** Stops at what is no account id, where a typing error would quietly bind or exempt nobody. */
export function checkAccountId(where: string, text: string | undefined): void {
  if (text !== undefined && !/^\d{12}$/.test(text)) refuse(where, "be 12 digits", text);
}
