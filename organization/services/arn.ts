/** Last part of an ARN: the name of a topic, a role, a bus. */
export const nameOfArn = (arn: string): string => arn.split(/[:/]/).at(-1) ?? arn;
