import { check, checkInPartition, found } from "./check";

/** What a partition lacks, and why. Source: IAM User Guide, centralized root access in AWS GovCloud (US). */
export const noRootCredentials = (partition: string): string =>
  `accounts of the ${partition} partition have no root credentials to manage centrally, only root sessions`;

/** A feature is named only where it exists. */
export const featuresExist = checkInPartition(["rootAccess"], ({ rootAccess }, partition) =>
  rootAccess.features
    .map((feature, index) => ({
      where: `rootAccess.features[${index}]`,
      rule: `be left out (list ${partition.rootFeatures.join(", ")}): ${noRootCredentials(partition.id)}`,
      got: feature,
    }))
    .filter(({ got }) => !partition.rootFeatures.includes(got)),
);

/** Where both exist, sessions alone are half of the protection. */
export const sessionsComeWithManagement = checkInPartition(["rootAccess"], ({ rootAccess: { features } }, partition) =>
  found(
    partition.rootFeatures.includes("RootCredentialsManagement") &&
      features.includes("RootSessions") &&
      !features.includes("RootCredentialsManagement") && {
        where: "rootAccess.features",
        rule: 'contain "RootCredentialsManagement" beside "RootSessions": sessions alone leave new accounts with root credentials',
        got: features,
      },
  ),
);

/** A break-glass task is one root session. */
export const tasksHaveSessions = check(["rootAccess"], ({ rootAccess: { features, breakGlass } }) =>
  found(
    breakGlass.tasks.length > 0 &&
      !features.includes("RootSessions") && {
        where: "rootAccess.breakGlass.tasks",
        rule: 'be empty unless rootAccess.features contains "RootSessions": each task is done in a root session',
        got: breakGlass.tasks,
      },
  ),
);
