import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { asAlice, asBob } from "../../room/stage";
import { drawn } from "./desk/drawn";
import { Unable } from "./Unable";

const agrees = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock("../../media/encryption/support", () => ({ agrees }));

afterEach(() => {
  cleanup();
  agrees.mockReset();
});

const said = () => screen.getByRole("status").textContent;

test("a browser that can not encrypt is told before it comes in, with what helps", async () => {
  agrees.mockResolvedValue(false);
  await drawn(asBob({ encrypted: true }), <Unable />);
  await screen.findByText(/Open this page in a current Chrome/);
  expect(said()).toContain("You can also take part by writing.");
});

test("writing is offered to participants only where the group allows it", async () => {
  agrees.mockResolvedValue(false);
  await drawn(asBob({ encrypted: true, text_allowed: false }), <Unable />);
  await screen.findByText(/only if a facilitator allows it/);
  expect(said()).not.toContain("You can also");
  cleanup();
  await drawn({ ...asAlice(), encrypted: true, text_allowed: false }, <Unable />);
  await screen.findByText(/You can also take part by writing/);
});

test.each([
  ["can encrypt", true, true],
  ["joins a group that does not encrypt", false, false],
])("a browser that %s is told nothing", async (_, encrypted, able) => {
  agrees.mockResolvedValue(able);
  await drawn(asBob({ encrypted }), <Unable />);
  await new Promise((done) => setTimeout(done));
  expect([said(), agrees.mock.calls.length]).toEqual(["", encrypted ? 1 : 0]);
});
