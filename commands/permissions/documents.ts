import { MANAGED_POLICY_SIZE, POLICIES_OF_A_ROLE } from "../../catalogue/quotas";
import { Failure } from "../contract/mistake";
import type { PermissionStatement } from "./statements";

/** A policy document. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PermissionStatement[];
}

const documentOf = (Statement: readonly PermissionStatement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement,
});

/** Characters as AWS counts them: without white space between the words of JSON. */
export const sizeOf = (document: unknown): number => JSON.stringify(document).length;

/** A statement that does not fit alone, in halves of its actions, until each does. */
function fitting(statement: PermissionStatement): readonly PermissionStatement[] {
  const { Action } = statement;
  if (sizeOf(documentOf([statement])) <= MANAGED_POLICY_SIZE || Action.length < 2) return [statement];
  const half = Math.ceil(Action.length / 2);
  return [Action.slice(0, half), Action.slice(half)].flatMap((part) => fitting({ ...statement, Action: part }));
}

/** Sids are unique in a document, and among those of a role too: the second of a name gets a number. */
function withOwnSids(statements: readonly PermissionStatement[]): readonly PermissionStatement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const count = (seen.get(statement.Sid) ?? 0) + 1;
    seen.set(statement.Sid, count);
    return count === 1 ? statement : { ...statement, Sid: `${statement.Sid}${count}` };
  });
}

/** The statements in as few managed policies as they fit in order. Fails where a role could not have as many. */
export function documentsOf(statements: readonly PermissionStatement[]): readonly PolicyDocument[] {
  const documents: PermissionStatement[][] = [[]];
  for (const statement of withOwnSids(statements.flatMap(fitting))) {
    const last = documents.at(-1) ?? [];
    if (last.length > 0 && sizeOf(documentOf([...last, statement])) > MANAGED_POLICY_SIZE) documents.push([statement]);
    else last.push(statement);
  }
  if (documents.length > POLICIES_OF_A_ROLE)
    throw new Failure(
      `the policies of a role must be ${POLICIES_OF_A_ROLE} at most, got ${documents.length}: shorten name, or give the state a bucket of its own`,
    );
  return documents.map(documentOf);
}
