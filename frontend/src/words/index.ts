// i18next with our words; the language is the browser's until the person's own is known.

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Words } from "./en";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

// Each language is a file of its own: nobody loads what they do not read.
const BOOKS: Record<Language, () => Promise<Words>> = {
  en: () => import("./en").then((book) => book.en),
  es: () => import("./es").then((book) => book.es),
};

function known(language: string): Language {
  return LANGUAGES.find((one) => language.startsWith(one)) ?? "en";
}

/** Speak a language from now on; its words are loaded first. */
export async function speak(wanted: string): Promise<void> {
  const language = known(wanted);
  if (!i18next.hasResourceBundle(language, "translation"))
    i18next.addResourceBundle(language, "translation", await BOOKS[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Load the words of the browser's language; nothing can be shown before. */
export async function begin(): Promise<void> {
  const options = { interpolation: { escapeValue: false }, resources: {} };
  await i18next.use(initReactI18next).init(options);
  await speak(navigator.language);
}
