import type { Blueprint } from "./blueprint";
import type { Warning } from "./report/warning";

export type Warn = (blueprint: Blueprint) => readonly Warning[];

export const when = (unwise: boolean, where: string, text: string): readonly Warning[] =>
  unwise ? [{ where, text }] : [];
