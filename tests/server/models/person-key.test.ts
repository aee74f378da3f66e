import { expect, it } from "vitest";
import { createKeyring } from "../../../server/models/keyring.ts";
import { newPersonHash, personHash } from "../../../server/models/person-key.ts";
import { useServer } from "../support.ts";

const server = useServer();
const keys = createKeyring(Buffer.alloc(32, 1));

it("somebody is recognised by site and handle, in one workspace and by one server alone", async () => {
  const { pool } = server().deps;
  const [one, other] = [await server().workspace(), await server().workspace()];
  expect(await personHash(pool, keys, one)).toBeNull();
  const [hash, second] = [await newPersonHash(pool, keys, one), await newPersonHash(pool, keys, other)];
  const again = await newPersonHash(pool, keys, one);
  const zoe = hash?.("x", "Zoe");
  expect(again?.("x", "@zoe ")).toEqual(zoe);
  expect(hash?.("facebook", "zoe")).not.toEqual(zoe);
  expect(second?.("x", "zoe")).not.toEqual(zoe);
  expect(await personHash(pool, createKeyring(Buffer.alloc(32, 2)), one)).toBeNull();
});
