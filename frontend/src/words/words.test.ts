import { expect, test } from "vitest";
import { noticeOf } from "../room/notices";
import { asBob, frame } from "../room/stage";
import { en } from "./en";
import { everyone } from "./en/everyone";
import { es } from "./es";

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((hole) => hole[1]).sort();

test("both languages fill the same holes", () => {
  const english = Object.fromEntries(flat(en));
  for (const [key, text] of flat(es))
    expect([key, holes(text)]).toEqual([key, holes(english[key] ?? "")]);
});

test("no sentence shouts", () => {
  for (const [, text] of [...flat(en), ...flat(es)]) expect(text).not.toMatch(/[!¡]/);
});

test.each([600, 300, 60, 120])("a warning of %i seconds has its words", (left_s) => {
  const notice = noticeOf(asBob(), frame({ type: "Warned", left_s }));
  expect(Object.fromEntries(flat(en))).toHaveProperty([notice?.key ?? ""]);
});

// Parts of the staff's: they are loaded with words of their own.
const STAFFS =
  /pages\/(audit|groups|meeting|people|record|schedule|room\/desk)\/|Frame|Attend|components\/form/;
const sources: Record<string, string> = import.meta.glob("../**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

test("what everyone may open says nothing that only staff have the words for", () => {
  const known = Object.fromEntries(flat(everyone));
  for (const [file, text] of Object.entries(sources)) {
    if (STAFFS.test(file)) continue;
    const keys = [...text.matchAll(/\bt\(\s*"([\w.]+)"/g)].map((found) => found[1] ?? "");
    for (const key of keys)
      expect([file, key, key in known || `${key}_one` in known]).toEqual([file, key, true]);
  }
});
