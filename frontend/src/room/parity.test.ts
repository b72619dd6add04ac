// @vitest-environment node

// The browser's state after its events equals a fresh snapshot, in sessions that nobody planned.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ServerFrame, Snapshot } from "../api/protocol.gen";
import { receive } from "./reducer";
import { canonical, type Room } from "./state";

type Lived = { readonly frames: readonly ServerFrame[]; readonly fresh: Snapshot };
type Evening = Readonly<Record<string, Lived>>;

const FIRST = Number(process.env.PARITY_SEED ?? 1);
const seeds = Array.from({ length: Number(process.env.PARITY_RUNS ?? 20) }, (_, n) => FIRST + n);

function played(): readonly Evening[] {
  const project = fileURLToPath(new URL("../../../", import.meta.url));
  const words = ["-m", "tests.browser.random_session", ...seeds.map(String)];
  const options = { cwd: project, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  return JSON.parse(execFileSync(`${project}.venv/bin/python`, words, options));
}

const evenings = played();

test.each(seeds.map((seed, index) => [seed, index] as const))("session %i", (_, index) => {
  const evening = evenings[index] ?? {};
  // Without whoever of the staff was dismissed.
  expect(Object.keys(evening).length).toBeGreaterThan(3);
  for (const [seat, { frames, fresh }] of Object.entries(evening)) {
    const room = frames.reduce<Room | null>(receive, null);
    expect({ seat, room }).toEqual({ seat, room: canonical(fresh) });
  }
});
