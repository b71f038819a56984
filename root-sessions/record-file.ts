import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { z } from "zod";
import { fieldPath, problemText } from "../config/report/problem";
import { KeyTwice, strictJson } from "../proofs/policy";
import { refuse, saidBy, SessionRefusal } from "./refusal";

/** What stands in it is for whoever made it. */
const OWNER_ONLY = 0o600;

/** Writes a record as `writeWhole` does. */
export const writeRecord = (file: string, record: unknown): void =>
  writeWhole(file, `${JSON.stringify(record, undefined, 2)}\n`);

/**
 * Writes a text whole or not at all, readable by its owner alone: what was there before stays until all of the new is
 * on the disk. Throws a SessionRefusal where that is not possible.
 */
export function writeWhole(file: string, text: string): void {
  const next = `${file}.${randomUUID()}.part`;
  try {
    const descriptor = openSync(next, "wx", OWNER_ONLY);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(next, file);
  } catch (error) {
    // Where a part of its path is a file, not even force lets it be removed.
    if (existsSync(next)) rmSync(next);
    refuse(file, "be a file that can be written", saidBy(error));
  }
}

/** Writes one after the other: one that cannot be written takes no other with it. Every problem is one report. */
export function eachWritten(writes: readonly (() => void)[]): void {
  const problems = writes.flatMap((write) => {
    try {
      write();
      return [];
    } catch (error) {
      if (error instanceof SessionRefusal) return [error.message];
      throw error;
    }
  });
  if (problems.length > 0) throw new SessionRefusal(problems.join("\n"));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return refuse(file, "be a file that can be read", saidBy(error));
  }
}

/** What is in a record's file, by its schema. Throws a SessionRefusal with every problem where it is not as that says. */
export function readRecord<Schema extends z.ZodType>(schema: Schema, file: string): z.infer<Schema> {
  const text = textOf(file);
  let value: unknown;
  try {
    value = strictJson(text, file);
  } catch (error) {
    if (error instanceof KeyTwice) throw new SessionRefusal(error.message);
    return refuse(file, "be whole JSON", JSON.stringify(`${text.slice(0, 40)}${text.length > 40 ? "…" : ""}`));
  }
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message, input }) => {
    const rule = /^(be|say) /.test(message) ? message : `be understood (${message})`;
    return problemText({ where: [file, fieldPath(path)].filter((part) => part !== "").join(": "), rule, got: input });
  });
  throw new SessionRefusal(problems.join("\n"));
}
