import { refusalOf } from "./refusals";

/** A part that AWS did not show. */
export interface Unread {
  /** When it was asked for, in UTC. */
  readonly at: string;
  /** What to tell a person: which call was refused, where, and what mends it. */
  readonly unread: string;
  /** The error itself, for whoever cannot do without the part. */
  readonly cause: unknown;
}

/** What AWS answered and when, or why there is no answer. Nothing can be taken out of it without asking which. */
export type Reading<T> = { readonly at: string; readonly value: T } | Unread;

/** Facts of which each part was read, or not, by itself. */
export type Parts<Facts> = { readonly [Part in keyof Facts]-?: Reading<Facts[Part]> };

export const isUnread = <T>(reading: Reading<T>): reading is Unread => "unread" in reading;

const now = (): string => new Date().toISOString();

/** The reading of one part. Whatever is no answer of AWS, and no way to AWS that is closed, is a bug and is thrown. */
export async function readingOf<T>(read: Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await read, at: now() };
  } catch (cause) {
    const unread = refusalOf(cause);
    if (unread === undefined) throw cause;
    return { at: now(), unread, cause };
  }
}

/** Reads every part for itself: one that is refused takes no other with it. */
export async function readingsOf<Facts extends object>(reads: {
  readonly [Part in keyof Facts]-?: Promise<Facts[Part]>;
}): Promise<Parts<Facts>> {
  const parts = Object.entries(reads as Readonly<Record<string, Promise<unknown>>>);
  const readings = await Promise.all(parts.map(async ([part, read]) => [part, await readingOf(read)] as const));
  return Object.fromEntries(readings) as unknown as Parts<Facts>;
}

/** The value of a reading. Throws what AWS said where there is none. */
export function valueOf<T>(reading: Reading<T>): T {
  if (isUnread(reading)) throw reading.cause;
  return reading.value;
}

/** The facts, whole. Throws what AWS said of the first part that was not read. */
export const valuesOf = <Facts extends object>(parts: Parts<Facts>): Facts =>
  Object.fromEntries(
    Object.entries<Reading<unknown>>(parts as Readonly<Record<string, Reading<unknown>>>).map(([part, reading]) => [
      part,
      valueOf(reading),
    ]),
  ) as Facts;

type Values<Readings extends readonly unknown[]> = {
  readonly [Index in keyof Readings]: Readings[Index] extends Reading<infer Value> ? Value : never;
};

/** Several readings as one: as old as the oldest of them, and not read where one of them was not. */
export function together<Readings extends readonly Reading<unknown>[]>(
  ...readings: Readings
): Reading<Values<Readings>> {
  const unread = readings.find(isUnread);
  if (unread !== undefined) return unread;
  const at = readings.map((reading) => reading.at).sort()[0] ?? now();
  return { at, value: readings.map(valueOf) as unknown as Values<Readings> };
}
