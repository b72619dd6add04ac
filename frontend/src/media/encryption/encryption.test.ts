// @vitest-environment node
// Keys between devices over a relay that loses, doubles, delays and lies.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dataOf, Identity, letterOf } from "./letter";
import { agreed, Device, QUICK, Relay, type Sent, until } from "./relay";
import { Vow } from "./vow";

// Real cryptography in real time, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

let relay: Relay;

beforeEach(() => {
  relay = new Relay();
});
afterEach(() => relay.close());

function both() {
  return [relay.join("bob"), relay.join("eve")] as const;
}

test("two devices hear each other and show the same code", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  expect(await eve.hear("bob", await bob.say("hello"))).toBe("hello");
  expect(await bob.hear("eve", await eve.say("hi"))).toBe("hi");
  expect(bob.state.safety?.every((group) => /^\d{4}$/.test(group))).toBe(true);
  expect(bob.state.safety).toHaveLength(4);
});

test("somebody alone can send, and has nothing to compare", async () => {
  const bob = relay.join("bob");
  await until(() => bob.state.ready);
  expect(bob.state).toEqual({ safety: null, ready: true, waiting: [] });
});

test("whoever has not got a key yet is waited for", async () => {
  const bob = relay.join("bob");
  bob.encryption.members([{ seat: "eve" }]);
  await until(() => bob.state.ready);
  expect(bob.state.waiting).toEqual(["eve"]);
});

test("a join changes every key and the code, and nothing said before opens", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  const code = bob.state.safety;
  const generations = [bob.own?.generation, eve.own?.generation];
  const before = await bob.say("before");
  const finn = relay.join("finn");
  await until(() => agreed(relay.devices) && relay.devices.every((one) => one.own !== null));
  await until(
    () => bob.own?.generation !== generations[0] && eve.own?.generation !== generations[1],
  );
  expect(bob.state.safety).not.toEqual(code);
  expect(await finn.hear("bob", before)).toBeNull();
  expect(await finn.hear("bob", await bob.say("now"))).toBe("now");
  // What was on its way when the key changed still arrives.
  expect(await eve.hear("bob", before)).toBe("before");
});

test("whoever comes while new keys are made is not given the older ones", async () => {
  const [bob] = both();
  await until(() => agreed(relay.devices));
  const renew = Vow.prototype.renew;
  const slow = vi.spyOn(Vow.prototype, "renew").mockImplementation(async function (this: Vow) {
    await new Promise((done) => setTimeout(done, 40));
    await renew.call(this);
  });
  const before = await bob.say("before");
  const finn = relay.join("finn");
  await until(() => agreed(relay.devices));
  slow.mockRestore();
  expect(await finn.hear("bob", before)).toBeNull();
});

test("a leave changes every key and the code, and whoever left opens nothing more", async () => {
  const [bob, eve] = both();
  const finn = relay.join("finn");
  await until(() => agreed(relay.devices));
  const code = bob.state.safety;
  const used = [bob.used.length, eve.used.length];
  relay.leave(finn);
  await until(
    () =>
      agreed(relay.devices) && bob.used.length > (used[0] ?? 0) && eve.used.length > (used[1] ?? 0),
  );
  expect(bob.state.safety).not.toEqual(code);
  expect(await finn.hear("bob", await bob.say("after"))).toBeNull();
  expect(await bob.hear("finn", await finn.say("still here?"))).toBeNull();
  expect(await eve.hear("bob", await bob.say("after"))).toBe("after");
  finn.encryption.close();
});

test("the relay sees no key", async () => {
  const [bob] = both();
  await until(() => agreed(relay.devices));
  for (const { data } of relay.passed)
    expect(Object.keys(data).sort()).toEqual(["box", "key", "keys", "leg", "want"]);
  expect(bob.own?.key.extractable).toBe(false);
});

test("a relay that loses half, doubles and reorders is overcome", async () => {
  let seed = 7;
  const chance = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  relay.fate = (sent) =>
    [0, 1].filter(() => chance() > 0.5).map(() => ({ after: chance() * 40, sent }));
  for (const seat of ["bob", "eve", "finn", "gina"]) relay.join(seat);
  await until(() => agreed(relay.devices), 10_000);
  const [bob, eve] = relay.devices;
  await until(() => (bob?.own?.generation ?? 0) > 1);
  await new Promise((done) => setTimeout(done, 100));
  expect(await eve?.hear("bob", (await bob?.say("hello")) ?? null)).toBe("hello");
}, 15_000);

test("once all is said the devices are silent, and nobody is written to for ever", async () => {
  const [bob] = both();
  await until(() => agreed(relay.devices));
  await new Promise((done) => setTimeout(done, 400));
  const count = relay.passed.length;
  await new Promise((done) => setTimeout(done, 150));
  expect(relay.passed.length).toBe(count);
  bob.encryption.members([{ seat: "eve" }, { seat: "nobody" }]);
  await new Promise((done) => setTimeout(done, 1300));
  const tried = relay.passed.filter(({ to }) => to === "nobody").length;
  expect(tried).toBeGreaterThan(5);
  expect(tried).toBeLessThanOrEqual(17);
});

test("sixteen devices that come at once agree, with few letters each", async () => {
  // Nothing is lost here, and a slow machine is no reason to say it again.
  relay.times = { ...QUICK, again: 5_000, patience: 5_000 };
  for (let at = 0; at < 16; at += 1) relay.join(`seat-${at}`);
  await until(() => agreed(relay.devices), 15_000);
  const most = Math.max(
    ...relay.devices.map(({ seat }) => relay.passed.filter(({ from }) => from === seat).length),
  );
  expect(most).toBeLessThan(10 * 16);
}, 20_000);

test("a person's newer device takes the place of the older, and no late letter brings it back", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  const old = relay.passed.filter(({ from }) => from === "eve");
  const code = bob.state.safety;
  relay.devices.splice(relay.devices.indexOf(eve), 1);
  const newer = relay.join("eve", "leg-newer");
  await until(() => agreed(relay.devices) && bob.state.safety !== code);
  const now = bob.state.safety;
  for (const { from, data } of old) bob.encryption.heard(from, data);
  await new Promise((done) => setTimeout(done, 60));
  expect(bob.state.safety).toEqual(now);
  expect(await bob.hear("eve", await newer.say("it is me"))).toBe("it is me");
  expect(await bob.hear("eve", await eve.say("me too"))).toBeNull();
  eve.encryption.close();
});

test("a late letter of an older device that was not known does not keep the newer out", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  const old = relay.passed.find(({ from }) => from === "eve")?.data;
  relay.devices.splice(relay.devices.indexOf(eve), 1);
  const newer = relay.join("eve", "leg-newer");
  const finn = relay.join("finn");
  await until(() => agreed(relay.devices));
  finn.encryption.heard("eve", old);
  await until(() => finn.state.waiting.includes("eve"));
  await until(() => agreed([bob, newer, finn]));
  expect(await finn.hear("eve", await newer.say("still me"))).toBe("still me");
  eve.encryption.close();
});

test("somebody whose connection breaks again and again is let in each time", async () => {
  const [bob, eve] = both();
  let last = eve;
  for (let at = 0; at < 36; at += 1) {
    relay.devices.splice(relay.devices.indexOf(last), 1);
    last.encryption.close();
    last = relay.join("eve", `leg-${at}`);
    await until(() => agreed([bob, last]));
  }
  expect(await bob.hear("eve", await last.say("here again"))).toBe("here again");
}, 20_000);

test("a person's other device, which hears the same letters, disturbs nothing", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  // The other device of bob has no media: it takes no part, and cannot read what it hears.
  const other = await Identity.create("bob", "leg-other", { session: "s1", place: "main" });
  const toBob = relay.passed.filter(({ to, data }) => to === "bob" && data.box !== null);
  for (const { data } of toBob) {
    const letter = letterOf(data);
    const pair = await other.with({ seat: "eve", leg: "leg-eve", key: letter?.key ?? "" });
    expect(await pair.open(letter?.box ?? "")).toBeNull();
  }
  expect(await eve.hear("bob", await bob.say("hello"))).toBe("hello");
});

test("keys of one place open nothing in another", async () => {
  const bob = relay.join("bob");
  const eve = new Device(relay, "eve", "leg-eve", "side");
  relay.devices.push(eve);
  relay.list();
  await new Promise((done) => setTimeout(done, 300));
  expect(bob.learnt).toHaveLength(0);
  expect(bob.state.safety).toBeNull();
});

test("what makes no sense is ignored, however much of it there is", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  const code = bob.state.safety;
  const good =
    relay.passed.find(({ from, data }) => from === "eve" && data.box !== null)?.data ?? {};
  const huge = "A".repeat(1 << 20);
  const rubbish: unknown[] = [
    null,
    7,
    "keys",
    [],
    {},
    { keys: 2 },
    { ...good, key: huge },
    { ...good, key: "AAAA" },
    { ...good, leg: huge },
    { ...good, leg: "" },
    { ...good, box: huge },
    { ...good, box: 7 },
    { ...good, box: "AAAA" },
    { ...good, box: `${String(good.box).slice(0, -4)}AAAA` },
    { ...good, keys: "1" },
  ];
  for (const data of rubbish) bob.encryption.heard("eve", data);
  // A point of small order makes no secret with anybody.
  bob.encryption.heard("eve", { ...good, key: "A".repeat(43) });
  for (let at = 0; at < 1000; at += 1) bob.encryption.heard(`stranger-${at}`, good);
  for (let at = 0; at < 1000; at += 1) bob.encryption.heard("eve", rubbish[13]);
  await new Promise((done) => setTimeout(done, 150));
  expect(bob.state.safety).toEqual(code);
  expect(await bob.hear("eve", await eve.say("still"))).toBe("still");
});

test("a device's own key that comes back as another's is refused", async () => {
  const [bob] = both();
  await until(() => agreed(relay.devices));
  const code = bob.state.safety;
  const mine = relay.passed.find(({ from }) => from === "bob")?.data ?? {};
  bob.encryption.heard("eve", { ...mine, leg: "leg-eve" });
  await new Promise((done) => setTimeout(done, 60));
  expect(bob.state.safety).toEqual(code);
});

test("a letter from before is no news", async () => {
  const [bob] = both();
  await until(() => agreed(relay.devices));
  const old = relay.passed.filter(({ from }) => from === "eve");
  relay.join("finn");
  await until(() => agreed(relay.devices) && relay.devices.length === 3);
  const learnt = bob.learnt.length;
  const code = bob.state.safety;
  for (const { data } of old) bob.encryption.heard("eve", data);
  await new Promise((done) => setTimeout(done, 80));
  expect(bob.learnt.length).toBe(learnt);
  expect(bob.state.safety).toEqual(code);
});

test("a member who comes and goes in the list is not lost", async () => {
  const [bob, eve] = both();
  await until(() => agreed(relay.devices));
  bob.encryption.members([]);
  bob.encryption.members([{ seat: "eve" }]);
  await until(() => agreed(relay.devices));
  bob.encryption.members([]);
  await new Promise((done) => setTimeout(done, 40));
  bob.encryption.members([{ seat: "eve" }]);
  await until(() => agreed(relay.devices));
  await until(() => bob.openers.has("eve") && eve.openers.has("bob"));
  expect(await bob.hear("eve", await eve.say("here"))).toBe("here");
});

test("a service between two devices reads everything, and their codes differ", async () => {
  // It keeps two rooms apart and is bob in one and eve in the other.
  const left = new Relay();
  const right = new Relay();
  const bob = left.join("bob");
  const falseEve = left.join("eve");
  const eve = right.join("eve");
  const falseBob = right.join("bob");
  await until(() => agreed(left.devices) && agreed(right.devices));
  expect(await falseEve.hear("bob", await bob.say("secret"))).toBe("secret");
  expect(await eve.hear("bob", await falseBob.say("secret"))).toBe("secret");
  expect(bob.state.safety).not.toEqual(eve.state.safety);
  left.close();
  right.close();
});

test("a service that only swaps keys in passing gains nothing but silence", async () => {
  const where = { session: "s1", place: "main" };
  const middle = await Identity.create("x", "x", where);
  relay.fate = (sent: Sent) => [
    { after: 0, sent: { ...sent, data: { ...sent.data, key: middle.device.key } } },
  ];
  const [bob, eve] = both();
  await new Promise((done) => setTimeout(done, 400));
  expect(bob.learnt).toHaveLength(0);
  expect(eve.learnt).toHaveLength(0);
  expect(bob.state.safety).toBeNull();
  expect(bob.state.waiting).toEqual(["eve"]);
});

test("a letter is what it was", () => {
  const letter = { leg: "l", key: "A".repeat(43), want: true, box: null };
  expect(letterOf(dataOf(letter))).toEqual(letter);
});
