/**
 * The rules that hold for every example in both forms of the output. They run in one file, so that each configuration
 * is synthesized once; `-t <rule>` runs one of them.
 */
import "./rules/lifecycle";
import "./rules/organization-check";
import "./rules/output";
import "./rules/partitions";
import "./rules/policies";
import "./rules/providers";
