import { cleanup, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { type Level, type Media, SILENT } from "../../../media/sound";
import { alice, asAlice, asBob, bob, sitting } from "../../../room/stage";
import { Circle } from "../Circle";
import { drawn } from "../desk/drawn";
import { Roster } from "../desk/Roster";
import { MediaContext } from "./media";

vi.mock("../desk/minutes", () => ({ useRead: () => null }));

afterEach(cleanup);

const eve = sitting("s_eve", "Eve");
const levels: Record<string, Level> = { s_bob: 3, s_eve: 1 };

function measured(children: ReactNode) {
  const sound = { ...SILENT, levels };
  const media = { read: () => sound, subscribe: () => () => undefined } as unknown as Media;
  return <MediaContext value={media}>{children}</MediaContext>;
}

const weak = () =>
  screen
    .getAllByRole("listitem")
    .filter((one) => within(one).queryByText(/weak connection/))
    .map((one) => one.textContent);

test("in the circle whoever has a weak connection is marked and said to, and nobody else", async () => {
  await drawn(asBob({ people: [alice, bob, eve] }), measured(<Circle />));
  expect(weak()).toEqual(["Eve, here, weak connection"]);
  expect(document.querySelectorAll("[data-weak]")).toHaveLength(1);
});

test.each([{ follows: "text" as const }, { state: "away" as const }])(
  "whoever takes part with %o has no connection to speak of",
  async (more) => {
    await drawn(asBob({ people: [alice, bob, { ...eve, ...more }] }), measured(<Circle />));
    expect(weak()).toEqual([]);
  },
);

test("at the desk it stands beside the name", async () => {
  await drawn({ ...asAlice(), people: [alice, bob, eve] }, measured(<Roster />));
  expect(weak()).toEqual([expect.stringContaining("Eve")]);
});
