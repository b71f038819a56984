import {
  type Handshake,
  type OrganizationsClient,
  paginateListHandshakesForOrganization,
} from "@aws-sdk/client-organizations";
import { everything } from "../clients/pages";

/** An account that was invited, and has neither joined nor declined. */
export interface Invitation {
  /** Of the invitation, as Organizations names it. */
  readonly handshake: string;
  /** Null where an e-mail address was invited: it is nobody's business. */
  readonly account: string | null;
  /** When it ends by itself, in UTC; null where AWS does not say. */
  readonly expires: string | null;
}

/** `REQUESTED` is sent, `OPEN` has been seen. Source: AWS Organizations API Reference, Handshake. */
const WAITING: readonly (string | undefined)[] = ["REQUESTED", "OPEN"];

const invitation = ({ Id = "", Parties = [], ExpirationTimestamp }: Handshake): Invitation => ({
  handshake: Id,
  account: Parties.find(({ Type }) => Type === "ACCOUNT")?.Id ?? null,
  expires: ExpirationTimestamp?.toISOString() ?? null,
});

/** Every invitation that waits. The management account may ask, and so may a delegated administrator of any service. */
export async function openInvitations(client: OrganizationsClient): Promise<readonly Invitation[]> {
  const sent = await everything(
    paginateListHandshakesForOrganization({ client }, { Filter: { ActionType: "INVITE" } }),
    (page) => page.Handshakes,
  );
  return sent.filter(({ State }) => WAITING.includes(State)).map(invitation);
}
