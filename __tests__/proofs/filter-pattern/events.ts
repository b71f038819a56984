/**
 * CloudTrail records in the shapes that AWS documents, cut to the fields that patterns read.
 * Source: CloudTrail user guide, "AWS Management Console sign-in events" and "CloudTrail userIdentity element".
 */
export const rootUser = {
  type: "Root",
  principalId: "111111111111",
  arn: "arn:aws:iam::111111111111:root",
  accountId: "111111111111",
  accessKeyId: "",
};

export const iamUser = {
  type: "IAMUser",
  principalId: "AIDACKCEVSQ6C2EXAMPLE",
  arn: "arn:aws:iam::111111111111:user/Alice",
  accountId: "111111111111",
  userName: "Alice",
};

export const signIn = {
  eventVersion: "1.05",
  userIdentity: rootUser,
  eventSource: "signin.amazonaws.com",
  eventName: "ConsoleLogin",
  awsRegion: "us-east-1",
  sourceIPAddress: "192.0.2.0",
  requestParameters: null,
  responseElements: { ConsoleLogin: "Success" },
  additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
  eventType: "AwsConsoleSignIn",
  recipientAccountId: "111111111111",
};

export const failedSignIn = {
  ...signIn,
  errorMessage: "Failed authentication",
  responseElements: { ConsoleLogin: "Failure" },
};

export const signInWithMfa = {
  ...signIn,
  additionalEventData: {
    MobileVersion: "No",
    MFAIdentifier: "arn:aws:iam::111111111111:mfa/root-account-mfa-device",
    MFAUsed: "YES",
  },
};

export const userSignIn = { ...signIn, userIdentity: iamUser };

export const userSignInWithMfa = { ...userSignIn, additionalEventData: { MobileVersion: "No", MFAUsed: "Yes" } };

/** A service acts with the root identity. */
export const rootByService = {
  eventVersion: "1.08",
  userIdentity: { ...rootUser, invokedBy: "backup.amazonaws.com" },
  eventSource: "s3.amazonaws.com",
  eventName: "GetBucketLocation",
  sourceIPAddress: "backup.amazonaws.com",
  eventType: "AwsApiCall",
};

/** A record that a service writes without a request. */
export const serviceEvent = {
  eventVersion: "1.08",
  userIdentity: rootUser,
  eventSource: "kms.amazonaws.com",
  eventName: "RotateKey",
  eventType: "AwsServiceEvent",
};

/** A call of an IAM user. */
export const call = (eventSource: string, eventName: string, more: object = {}) => ({
  eventVersion: "1.08",
  userIdentity: iamUser,
  eventSource,
  eventName,
  awsRegion: "us-east-1",
  sourceIPAddress: "192.0.2.1",
  responseElements: null,
  eventType: "AwsApiCall",
  ...more,
});
