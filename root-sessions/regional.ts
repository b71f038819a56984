import type { STSClient } from "@aws-sdk/client-sts";
import { refuse } from "./refusal";

/** The endpoint that belongs to no Region, which serves no AssumeRoot. Source: AWS STS API Reference, AssumeRoot. */
const GLOBAL = /^sts\.amazonaws\.com(\.cn)?$/;

/**
 * Lets a client ask Regional endpoints alone. The SDK takes none but these by itself: a setting of the operator's may
 * name the other one. Its calls throw a SessionRefusal then.
 */
export function regionalOnly(client: STSClient): STSClient {
  client.middlewareStack.add(
    (next) => (args) => {
      const { hostname = "" } = args.request as { readonly hostname?: string };
      if (GLOBAL.test(hostname))
        refuse(
          "the endpoint of STS",
          "be that of a Region (AWS_ENDPOINT_URL_STS, or the profile, names one)",
          hostname,
        );
      return next(args);
    },
    { step: "build", name: "regionalOnly" },
  );
  return client;
}
