import { gzipSync } from "node:zlib";
import { COLUMNS, csv, JSON_TEXT, ROW } from "./forms";

/** What holds no event, or does not say which: with what is said of it. */
export const STRANGE: readonly (readonly [name: string, content: string | Buffer, says: RegExp])[] = [
  ["an empty file", "", /a file must hold events, got nothing/],
  ["white space", " \n\n", /a file must hold events, got nothing/],
  ["an empty gzip", gzipSync(""), /a file must hold events, got nothing/],
  ["NUL bytes", Buffer.alloc(200), /got NUL bytes/],
  ["UTF-16", Buffer.from(`\ufeff${JSON_TEXT}`, "utf16le"), /must be UTF-8, got UTF-16/],
  ["a page", "<!DOCTYPE html><html></html>", /got HTML or XML/],
  ["Parquet", Buffer.from("PAR1\x15\x00"), /got Parquet/],
  ["prose", "Nothing to see here, move along.\n", /must begin with JSON, or with the heading of a CSV/],
  ["an object of another kind", JSON.stringify({ hello: 1 }), /got an object with hello/],
  ["a number in a list", "[1]", /a record must be JSON/],
  [
    "OCSF",
    JSON.stringify({ class_uid: 6003, metadata: {}, api: { operation: "CreateAccessKey" } }),
    /Security Lake \(OCSF\)/,
  ],
  [
    "a notification of S3",
    JSON.stringify({ Records: [{ eventSource: "aws:s3", eventName: "ObjectCreated:Put", s3: {} }] }),
    /notification of S3/,
  ],
  ["a compressed subscription", JSON.stringify({ awslogs: { data: "H4sI" } }), /base64 and gunzip/],
  ["a digest", JSON.stringify({ digestStartTime: "x", logFiles: [] }), /digest of CloudTrail/],
  [
    "Insights without the message",
    JSON.stringify({ results: [[{ field: "eventName", value: "CreateAccessKey" }]] }),
    /must hold @message/,
  ],
  [
    "Athena with some columns",
    csv([
      ["eventname", "eventtime"],
      ["CreateAccessKey", "2026-01-15T10:00:00Z"],
    ]),
    /every column that detections compare \(select \*\), got none of userIdentity/,
  ],
  [
    "Athena with a column twice",
    csv([
      [...COLUMNS, "EVENTNAME"],
      [...ROW, "DescribeRegions"],
    ]),
    /a heading must hold each column once, got "EVENTNAME" again/,
  ],
  [
    "a record that says two things",
    JSON_TEXT.replace('"eventName"', '"eventName":"DescribeRegions","eventName"'),
    /a record must hold each key once \(again in line 1\), got "eventName"/,
  ],
  [
    "a column that says two things",
    csv([COLUMNS, ROW.map((text) => (text.startsWith("{type") ? '{"type":"Root","type":"AWSService"}' : text))]),
    /must hold each key once .*got "type"/,
  ],
  [
    "a CSV of something else",
    csv([
      ["name", "size"],
      ["a", "1"],
    ]),
    /a row must hold a record of CloudTrail/,
  ],
  [
    "a message that is no record",
    JSON.stringify({ events: [{ timestamp: 1, message: "START RequestId" }] }),
    /a record must be JSON, got "START RequestId"/,
  ],
  ["a query without rows", JSON.stringify({ Events: [] }), /^$/],
];
