import { type Account, type OrganizationsClient, paginateListAccounts } from "@aws-sdk/client-organizations";
import { everything } from "../clients/pages";

/** An account of the organization, wherever it lies. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  /** As Organizations says it: ACTIVE, SUSPENDED, PENDING_CLOSURE, … */
  readonly status: string;
  /** When it joined, in UTC. @default - AWS does not say */
  readonly joined?: string;
}

/** What is kept of an account's description. Its e-mail address is nobody's business. */
export const listed = ({ Id: id = "", Name: name = id, State, Status }: Account): ListedAccount => ({
  id,
  name,
  // `Status` was to be retired in September 2026, `State` has taken its place (AWS Organizations API, Account).
  status: State ?? (Status as string | undefined) ?? "UNKNOWN",
});

/** Every account, by id. The management account may ask, and so may a delegated administrator of any service. */
export async function listAccounts(client: OrganizationsClient): Promise<readonly ListedAccount[]> {
  const accounts = await everything(paginateListAccounts({ client }, {}), (page) => page.Accounts);
  const withJoined = (account: Account): ListedAccount => {
    const { JoinedTimestamp: joined } = account;
    return { ...listed(account), ...(joined === undefined ? {} : { joined: joined.toISOString() }) };
  };
  return accounts.map(withJoined).sort((a, b) => (a.id < b.id ? -1 : 1));
}
