import { readPlanJson, type Body, type Change } from "./plan-json";

/** What a plan would do to an attribute, without what no reviewer could know. */
export interface AttributeChange {
  readonly before?: unknown;
  readonly after?: unknown;
  /** Which parts of `after` are known after the apply: true for all of it. */
  readonly unknown?: unknown;
}

/** What a plan would do to a resource or an output, in a form in which two plans can be compared. */
export interface NormalizedChange {
  /** Address of the resource, or `output.<name>`. */
  readonly address: string;
  readonly from?: string;
  readonly deposed?: string;
  readonly actions: readonly string[];
  readonly importId?: string;
  readonly replacePaths?: unknown;
  readonly attributes: Readonly<Record<string, AttributeChange>>;
  /** Names of attributes that hold something sensitive. */
  readonly sensitive: readonly string[];
}

/** The same text for equal values, whatever the order of keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Null where a value says nothing: null, and empty texts, lists and objects, whatever they are in. */
export function withoutEmpty(value: unknown): unknown {
  if (value === "" || value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(withoutEmpty);
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** Whether a mark of Terraform's says yes anywhere: marks have the form of the value. */
export const marksAnything = (marks: unknown): boolean =>
  marks === true || (typeof marks === "object" && marks !== null && Object.values(marks).some(marksAnything));

const bodyOf = (value: unknown): Body =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : {};

const namesOf = (...bodies: readonly Body[]): readonly string[] => [
  ...new Set(bodies.flatMap((body) => Object.keys(body))),
];

/** Names of the attributes of which a plan says that they change, whether it knows to what or not. */
export function changedNames({ before, after, after_unknown }: Change): readonly string[] {
  const [was, will, unknown] = [bodyOf(before), bodyOf(after), bodyOf(after_unknown)];
  return namesOf(was, will, unknown).filter(
    (name) => marksAnything(unknown[name]) || canonical(was[name] ?? null) !== canonical(will[name] ?? null),
  );
}

function attributeChange({ before, after, after_unknown }: Change, name: string): AttributeChange {
  const unknown = bodyOf(after_unknown)[name];
  // AWS computes it: what it was a moment ago (a time, a version) says nothing of what is done.
  if (unknown === true) return { unknown };
  return {
    before: bodyOf(before)[name] ?? null,
    after: bodyOf(after)[name] ?? null,
    ...(marksAnything(unknown) ? { unknown } : {}),
  };
}

const sensitiveNames = ({ before_sensitive, after_sensitive }: Change): readonly string[] =>
  [before_sensitive, after_sensitive].flatMap((marks) =>
    Object.entries(bodyOf(marks)).flatMap(([name, mark]) => (marksAnything(mark) ? [name] : [])),
  );

const doing = ({ actions }: Change): readonly string[] =>
  actions.filter((action) => action !== "no-op" && action !== "read");

/** An output as if it were an attribute named `value`. */
const asBody = ({ actions, before, after, after_unknown, before_sensitive, after_sensitive }: Change): Change => ({
  actions,
  before: { value: before },
  after: { value: after },
  after_unknown: { value: after_unknown },
  before_sensitive: { value: before_sensitive },
  after_sensitive: { value: after_sensitive },
});

/**
 * Everything that a plan would do, by address. Of an update and a replacement it keeps what changes and leaves out what
 * stays as it is; of a destruction it keeps the whole of what would be gone.
 */
export function normalizedChanges(showJson: string): readonly NormalizedChange[] {
  const { resource_changes: resources = [], output_changes: outputs = {} } = readPlanJson(showJson);
  const changes = [
    ...resources.filter(({ mode }) => mode === "managed"),
    ...Object.entries(outputs).map(([name, change]) => ({ address: `output.${name}`, change: asBody(change) })),
  ].map((entry): NormalizedChange => {
    const { address, change } = entry;
    const [from, deposed] =
      "mode" in entry ? [entry.previous_address, entry.deposed] : ([undefined, undefined] as const);
    return {
      address,
      ...(from === undefined || from === address ? {} : { from }),
      ...(deposed === undefined ? {} : { deposed }),
      actions: doing(change),
      ...(change.importing ? { importId: change.importing.id ?? "" } : {}),
      ...(change.replace_paths === undefined ? {} : { replacePaths: change.replace_paths }),
      attributes: Object.fromEntries(changedNames(change).map((name) => [name, attributeChange(change, name)])),
      sensitive: sensitiveNames(change),
    };
  });
  return changes
    .filter(({ actions, importId, from }) => actions.length > 0 || importId !== undefined || from !== undefined)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** By what two changes are of the same thing. */
export const keyOf = ({ address, deposed }: NormalizedChange): string =>
  deposed === undefined ? address : `${address} (deposed object ${deposed})`;
