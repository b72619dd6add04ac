import { expect, test, vi } from "vitest";
import type { RoomStore } from "../../../room/store";
import { choose, chooseBlur } from "../devices/chosen";
import { openMedia } from "./opened";

const asked = vi.hoisted(() => [] as unknown[][]);

vi.mock("../../../media/media", () => ({
  RoomMedia: class {
    start = () => () => undefined;
    choose = async (...values: unknown[]) => void asked.push(["choose", ...values]);
    setBlur = async (on: boolean) => void asked.push(["setBlur", on]);
  },
}));

test("what was chosen at the check holds in the room, and nothing is made up", () => {
  openMedia({} as RoomStore, "s");
  expect(asked).toEqual([]);
  choose("camera", "front");
  chooseBlur(true);
  openMedia({} as RoomStore, "s");
  expect(asked).toEqual([
    ["choose", "camera", "front"],
    ["setBlur", true],
  ]);
});
