/**
 * What a condition key holds, in the words of the Service Authorization Reference. `Epoch` is ours: `aws:EpochTime`
 * alone takes date operators and numeric operators (IAM User Guide, Global condition keys).
 */
export type KeyType = "String" | "ARN" | "Bool" | "Numeric" | "Date" | "Epoch" | "IPAddress";

/** One condition key, its name in lower case. `multivalued` keys may hold a list and need a set operator. */
export interface ConditionKey {
  readonly name: string;
  readonly type: KeyType;
  readonly multivalued: boolean;
}

/** The values that a request carries, by condition key in lower case. A key without a value is not there. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** Condition keys by type. A name that ends in `*` stands for the family of keys that it begins: one per tag key. */
type KeyTable = Readonly<Partial<Record<KeyType | `${KeyType}[]`, readonly string[]>>>;

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * The condition keys that any service may send. Source: IAM User Guide, Global condition keys; a test compares every
 * entry with the Service Authorization Reference.
 */
export const GLOBAL_KEYS: KeyTable = {
  String: list(`
    aws:CalledViaAWSMCP aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider
    aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/* aws:PrincipalType
    aws:referer aws:RequestedRegion aws:RequestTag/* aws:ResourceAccount aws:ResourceOrgID aws:ResourceTag/*
    aws:SourceAccount aws:SourceIdentity aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpcArn
    aws:SourceVpce aws:UserAgent aws:userid aws:username aws:VpceAccount aws:VpceOrgID glue:CredentialIssuingService
    glue:RoleAssumedBy identitystore:UserId
  `),
  "String[]": list(`
    aws:CalledVia aws:PrincipalOrgPaths aws:PrincipalServiceNamesList aws:ResourceOrgPaths aws:SourceOrgPaths
    aws:TagKeys aws:VpceOrgPaths
  `),
  ARN: list(`
    aws:ChatbotSourceArn aws:PrincipalArn aws:SourceArn ec2:SourceInstanceArn lambda:SourceFunctionArn
    ssm:SourceInstanceArn
  `),
  Bool: list(`
    aws:AssumedRoot aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport
    aws:ViaAWSMCPService aws:ViaAWSService
  `),
  Numeric: list(`
    aws:MultiFactorAuthAge ec2:RoleDelivery
  `),
  Date: list(`
    aws:CurrentTime aws:TokenIssueTime
  `),
  Epoch: list(`
    aws:EpochTime
  `),
  IPAddress: list(`
    aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp
  `),
};

/**
 * The condition keys of single services that policies may name. To use another one, add it here under its type: a test
 * compares every entry with the Service Authorization Reference.
 */
export const SERVICE_KEYS: KeyTable = {
  String: list(`
    account:AccountResourceOrgTags/* account:EmailTargetDomain account:TargetRegion cloudformation:ChangeSetName
    cloudformation:CreateAction cloudformation:ImportResourceTypes cloudformation:StackPolicyUrl
    cloudformation:TemplateUrl cloudwatch:HasAccessGrant cloudwatch:namespace ec2:InstanceType
    ec2:MetadataHttpEndpoint ec2:MetadataHttpTokens ec2:Owner ec2:Region ec2:ResourceTag/* events:creatorAccount
    events:ManagedBy iam:AWSServiceName iam:DelegationDuration iam:FIDO-certification
    iam:FIDO-FIPS-140-2-certification iam:FIDO-FIPS-140-3-certification iam:NotificationChannel
    iam:OrganizationsPolicyId iam:PassedToService iam:RegisterSecurityKey iam:ResourceTag/*
    iam:ServiceSpecificCredentialServiceName kms:CallerAccount kms:EncryptionContext:* kms:GranteePrincipal
    kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:RequestAlias kms:ViaService lambda:FunctionUrlAuthType
    lambda:Principal logs:data_source_name logs:data_source_type organizations:PolicyType
    organizations:ServicePrincipal organizations:TransferDirection organizations:TransferType
    ram:PermissionResourceType ram:Principal ram:RequestedResourceType ram:ResourceShareName ram:ResourceTag/*
    ram:ShareOwnerAccountId s3:AccessPointNetworkOrigin s3:authType s3:BucketTag/* s3:DataAccessPointAccount
    s3:delimiter s3:ExistingObjectTag/* s3:locationconstraint s3:object-lock-legal-hold s3:object-lock-mode
    s3:prefix s3:RequestObjectTag/* s3:ResourceAccount s3:signatureversion s3:versionid s3:x-amz-acl
    s3:x-amz-content-sha256 s3:x-amz-copy-source s3:x-amz-object-ownership s3:x-amz-server-side-encryption
    s3:x-amz-storage-class secretsmanager:Name signin:OAuthClientAuthentication signin:OAuthClientId
    signin:OAuthGrantType signin:OAuthRedirectUri signin:OAuthTokenType sns:Endpoint sns:Protocol sts:AWSServiceName
    sts:ExternalId sts:RequestContext/* sts:RoleSessionName sts:SigningAlgorithm sts:SourceIdentity
  `),
  "String[]": list(`
    account:AccountResourceOrgPaths account:AlternateContactTypes cloudformation:ResourceTypes
    cloudformation:TargetRegion cloudwatch:AlarmActions cloudwatch:requestInsightRuleLogGroups events:detail-type
    events:source iam:AccountPropertyNamespaces kms:EncryptionContextKeys kms:GrantOperations kms:ResourceAliases
    s3:RequestObjectTagKeys sts:IdentityTokenAudience sts:TransitiveTagKeys
  `),
  ARN: list(`
    cloudformation:RoleArn cloudformation:TypeArn ec2:Vpc iam:AssociatedResourceArn iam:DelegationRequestOwner
    iam:PermissionsBoundary iam:PolicyARN iam:RoleTemplateARN iam:TemplateArn logs:DeliveryDestinationResourceArn
    ram:PermissionArn ram:ResourceArn s3:DataAccessPointArn s3:x-amz-server-side-encryption-aws-kms-key-id
    secretsmanager:SecretId signin:PrincipalArn sts:TaskPolicyArn
  `),
  "ARN[]": list(`
    cloudwatch:requestManagedResourceARNs events:EventBusArn events:TargetArn logs:LogGeneratingResourceArns
    sts:RequestContextProviders
  `),
  Bool: list(`
    ec2:Encrypted ec2:Public kms:BypassPolicyLockoutSafetyCheck kms:GrantIsForAWSResource kms:MultiRegion
    ram:AllowsExternalPrincipals ram:RequestedAllowsExternalPrincipals ram:RetainSharingOnAccountLeaveOrganization
    secretsmanager:BlockPublicPolicy sts:RoleAuthorizedByIdp
  `),
  Numeric: list(`
    ec2:MetadataHttpPutResponseHopLimit ec2:VolumeSize iam:ServiceSpecificCredentialAgeDays
    kms:ScheduleKeyDeletionPendingWindowInDays s3:max-keys s3:object-lock-remaining-retention-days s3:signatureAge
    s3:TlsVersion sts:DurationSeconds
  `),
  Date: list(`
    kms:ValidTo s3:object-lock-retain-until-date
  `),
};

const entries = (table: KeyTable): readonly ConditionKey[] =>
  Object.entries(table).flatMap(([type, names]) =>
    names.map((name) => ({
      name: name.toLowerCase(),
      type: type.replace("[]", "") as KeyType,
      multivalued: type.endsWith("[]"),
    })),
  );

const KNOWN = [...entries(GLOBAL_KEYS), ...entries(SERVICE_KEYS)];
const EXACT: ReadonlyMap<string, ConditionKey> = new Map(KNOWN.map((key) => [key.name, key]));
const FAMILIES = KNOWN.filter((key) => key.name.endsWith("*")).map((key) => ({ ...key, name: key.name.slice(0, -1) }));

/** The key of this name, whatever its case, or undefined for a key that this evaluator does not know. */
export function conditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  if (lower.includes("*")) return undefined;
  const family = FAMILIES.find((key) => lower.startsWith(key.name) && lower.length > key.name.length);
  return EXACT.get(lower) ?? (family && { ...family, name: lower });
}

const SPELLED: ReadonlyMap<string, string> = new Map(
  [GLOBAL_KEYS, SERVICE_KEYS].flatMap((table) =>
    Object.values(table).flatMap((names) => names.map((name) => [name.toLowerCase(), name] as const)),
  ),
);

/** The key as AWS writes it: `aws:SourceIp`; what follows a family is as it is given. */
export function spelledKey(key: string): string {
  const known = SPELLED.get(key.toLowerCase());
  if (known !== undefined) return known;
  const family = FAMILIES.find(({ name }) => key.toLowerCase().startsWith(name));
  const begins = family && SPELLED.get(`${family.name}*`)?.slice(0, -1);
  return begins === undefined ? key : `${begins}${key.slice(begins.length)}`;
}
