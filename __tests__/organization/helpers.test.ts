import { parseConfig } from "../../config";
import { configuration, withoutLogArchive } from "../support/configuration";
import { unlessAbsent } from "../../organization/clients/absent";
import { Clients } from "../../organization/clients/clients";
import { conditionValues, iamPolicy, jsonObject, optionalJsonObject } from "../../organization/services/json";
import { everything, pagesOf } from "../../organization/clients/pages";

test("every page is read", async () => {
  const pages = [{ items: [1, 2], NextToken: "more" }, { items: undefined, NextToken: "more" }, { items: [3] }];
  const asked: (string | undefined)[] = [];
  const read = (token: string | undefined) => Promise.resolve(pages[asked.push(token) - 1] ?? { items: [] });
  await expect(everything(pagesOf(read), (page) => page.items)).resolves.toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, "more", "more"]);
});

test("only what AWS calls absent is undefined", async () => {
  const error = Object.assign(new Error("no such role"), { name: "NoSuchEntityException" });
  await expect(unlessAbsent(["NoSuchEntityException"], Promise.reject(error))).resolves.toBeUndefined();
  await expect(unlessAbsent(["NoSuchBucket"], Promise.reject(error))).rejects.toBe(error);
});

test("policies are read as JSON objects", () => {
  expect(iamPolicy("%7B%22Version%22%3A%222012-10-17%22%7D")).toEqual({ Version: "2012-10-17" });
  expect(optionalJsonObject("")).toBeUndefined();
  expect(() => jsonObject("[]")).toThrow("AWS must return a JSON object, got []");
});

test("values of a condition are found under any operator, alone or in a list", () => {
  const policy = {
    Statement: {
      Condition: { StringEquals: { "sts:TaskPolicyArn": "a" }, ArnLike: { "sts:TaskPolicyArn": ["b", "c"] } },
    },
  };
  expect(conditionValues(policy, "sts:TaskPolicyArn")).toEqual(["a", "b", "c"]);
});

test("an account that the configuration does not name is not entered", async () => {
  const baseline = parseConfig(withoutLogArchive({ accounts: { ...configuration().accounts, logArchive: undefined } }));
  const clients = new Clients(baseline, { AWS_ENDPOINT_URL: "http://127.0.0.1:9" });
  expect(clients.at("222222222222")).toBe(clients.at("222222222222", "us-east-1"));
  const credentials = clients.at("333333333333").iam().config.credentials();
  await expect(credentials).rejects.toThrow("the account must be one of the configuration's, got 333333333333");
});
