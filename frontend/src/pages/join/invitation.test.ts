import { beforeEach, expect, test } from "vitest";
import { forget, take, tokenOf } from "./invitation";

const TOKEN = "kJ3x-9fT_w2Q8mB7vZ0aLrYp5NcEdHsUiGoXtKq1RnM";

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", "/");
});

test("a link's fragment holds the token", () => {
  expect(tokenOf(`#invitation=${TOKEN}`)).toBe(TOKEN);
});

test.each(["", "#page", "#invitation=", "#invitation= ."])("%s is no invitation", (hash) => {
  expect(tokenOf(hash)).toBeNull();
});

test("what stuck to a pasted link does no harm", () => {
  expect(tokenOf(`#invitation=${TOKEN}>.`)).toBe(TOKEN);
});

test("the token leaves the address at once", () => {
  history.replaceState(null, "", `/#invitation=${TOKEN}`);
  expect(take()).toBe(TOKEN);
  expect(location.href).not.toContain(TOKEN);
  expect(location.hash).toBe("");
});

test("a reload keeps it, and forgetting it does not", () => {
  history.replaceState(null, "", `/#invitation=${TOKEN}`);
  take();
  expect(take()).toBe(TOKEN);
  forget();
  expect(take()).toBeNull();
});
