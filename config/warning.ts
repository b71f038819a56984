import type { Blueprint } from "./blueprint";

/** One thing that is allowed and may still be a mistake: where it stands, what it means and what to do. */
export interface Warning {
  readonly where: string;
  readonly text: string;
}

export type Warn = (blueprint: Blueprint) => readonly Warning[];

export const when = (unwise: boolean, where: string, text: string): readonly Warning[] =>
  unwise ? [{ where, text }] : [];
