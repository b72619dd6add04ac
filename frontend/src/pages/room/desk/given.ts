// What somebody answered in a check-in, as words. Pure.

import type { Form } from "../../../api/protocol.gen";

type Item = Form["items"][number];
export type Given = Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
export type Line = { readonly item: string; readonly asks: string; readonly says: string | null };

/** The answers of one moment in the form's order; `says` is null for "prefer not to say". */
export function lines(form: Form | null, given: Given[string], language: string): readonly Line[] {
  return (form?.items ?? [])
    .filter((item) => item.id in given)
    .map((item) => ({
      item: item.id,
      asks: worded(item.words, language),
      says: said(item, given[item.id] ?? null, language),
    }));
}

/** What an item asks, and the answer to it that raised an alert: `<moment>.<item>`, as it is now. */
export function called(form: Form | null, given: Given, by: string, language: string): Line | null {
  const [moment = "", id] = by.split(".");
  return lines(form, given[moment] ?? {}, language).find((line) => line.item === id) ?? null;
}

function said(item: Item, answer: string | number | null, language: string): string | null {
  if (answer === null) return null;
  if (item.kind === "scale") return `${answer} / ${item.high}`;
  const option = item.options.find((one) => one.value === answer);
  return option ? worded(option.words, language) : String(answer);
}

function worded(words: Readonly<Record<string, string>>, language: string): string {
  return words[language] ?? words.en ?? "";
}
