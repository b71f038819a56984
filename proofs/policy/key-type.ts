/**
 * What a condition key holds, in the words of the Service Authorization Reference. `Epoch` is ours: `aws:EpochTime`
 * alone takes date operators and numeric operators (IAM User Guide, Global condition keys).
 */
export type KeyType = "String" | "ARN" | "Bool" | "Numeric" | "Date" | "Epoch" | "IPAddress";

/** Condition keys by type. A name that ends in `*` stands for the family of keys that it begins: one per tag key. */
export type KeyTable = Readonly<Partial<Record<KeyType | `${KeyType}[]`, readonly string[]>>>;
