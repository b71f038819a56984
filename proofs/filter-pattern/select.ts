import type { Selector } from "./ast";

const property = (value: unknown, name: string): unknown => {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
};

const element = (value: unknown, index: number): unknown => (Array.isArray(value) ? value[index] : undefined);

/** What stands at a selector; `undefined` where the way there breaks off. */
export const select = (event: unknown, selector: Selector): unknown =>
  selector.reduce<unknown>(
    (value, step) => (typeof step === "number" ? element(value, step) : property(value, step)),
    event,
  );
