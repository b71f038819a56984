import { DeleteBucketPolicyCommand, GetBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { unlessAbsent } from "../../organization/clients/absent";
import type { ClientConfig } from "../../organization/clients/client-config";
import { refuse, told } from "../refusal";
import type { RootSession } from "../root-session";
import type { Lock, LockKind } from "./lock";

/** A client that goes where the bucket is: the task allows no call that asks for its Region. */
class BucketClient extends S3Client {
  constructor(config: ClientConfig) {
    // The name of a bucket is no host name of a local endpoint.
    super({ ...config, followRegionRedirects: true, forcePathStyle: config.endpoint !== undefined });
  }
}

function lockOn(session: RootSession, Bucket: string, region: string): Lock {
  const { account } = session;
  const client = session.client(BucketClient, region);
  // A request of another account is refused, whoever owns a bucket of this name.
  const asked = { Bucket, ExpectedBucketOwner: account };
  const advice = `the bucket must belong to ${account}; a resource or service control policy may deny the session, too`;
  const checked = async <T>(call: string, answer: Promise<T>): Promise<T> => {
    const answered = await told(call, account, advice, unlessAbsent(["NoSuchBucket"], answer));
    return answered ?? refuse(Bucket, "be the name of a bucket", "NoSuchBucket: there is none of this name");
  };
  return {
    read: async () => {
      const policy = client.send(new GetBucketPolicyCommand(asked));
      const answer = unlessAbsent(["NoSuchBucketPolicy"], policy).then((found) => ({ text: found?.Policy }));
      return (await checked("s3:GetBucketPolicy", answer)).text;
    },
    remove: async () => {
      await checked("s3:DeleteBucketPolicy", client.send(new DeleteBucketPolicyCommand(asked)));
    },
  };
}

/** Buckets, whose policy a root session with S3UnlockBucketPolicy reads and removes. */
export const BUCKET: LockKind = {
  noun: "bucket",
  task: "unlock-bucket",
  calls: ["s3:GetBucketPolicy", "s3:DeleteBucketPolicy"],
  mendingCalls: ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
  settlesWithinSeconds: 0,
  lockOn,
  putBack: ({ id, region, file }) => [
    `aws s3api put-bucket-policy --region ${region} --bucket ${id} --policy file://${file}`,
  ],
};
