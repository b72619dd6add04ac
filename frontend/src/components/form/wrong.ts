// What was typed into a form, and what is wrong with it, by the name of the field.

import { createContext } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/http";

/** What is wrong, by the name of the field. */
export type Wrong = Readonly<Record<string, string>>;

/** What is wrong with the form around a field. */
export const WrongContext = createContext<Wrong>({});

/** What was typed into a field, without spaces around it. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** Says it where a field was left empty that the browser can not ask for. */
export function unlessGiven(form: FormData, name: string, sentence: string): Wrong {
  return typed(form, name) ? {} : { [name]: sentence };
}

/** What the server refused, by field. */
export function refused(error: unknown): Wrong {
  if (!(error instanceof Problem)) return {};
  return Object.fromEntries(
    Object.entries(error.fields).map(([name, sentences]) => [name, sentences.join(" ")]),
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the browser finds wrong with a form, in our words. */
export function useAmiss(): (form: HTMLFormElement) => Wrong {
  const { t } = useTranslation();
  const sentence = (field: Control): string | undefined => {
    const { valueMissing, rangeUnderflow, rangeOverflow, valid } = field.validity;
    if (valueMissing || (field.required && field.value.trim() === "")) return t("form.missing");
    if (valid || !(field instanceof HTMLInputElement)) return undefined;
    if (field.type === "email") return t("form.email");
    const { min, max } = field;
    if (field.type === "number" && min && max) return t("form.range", { min, max });
    return rangeUnderflow || rangeOverflow ? t("form.date") : t("form.unreadable");
  };
  return (form) => {
    const named = [...form.elements].flatMap((field) => {
      const fits =
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement;
      const said = fits && field.name ? sentence(field) : undefined;
      return fits && said ? [[field.name, said] as const] : [];
    });
    return Object.fromEntries(named);
  };
}
