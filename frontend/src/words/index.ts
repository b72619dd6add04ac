// i18next with our words; the language is the browser's until the person's own is known.

import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

type Book = Promise<Record<string, unknown>>;

// Nobody loads what they do not read: each language is apart, and what only staff read.
const EVERYONE: Record<Language, () => Book> = {
  en: () => import("./en/everyone").then((book) => book.everyone),
  es: () => import("./es/everyone").then((book) => book.everyone),
};
const STAFF: Record<Language, () => Book> = {
  en: () => import("./en/staff").then((book) => book.staff),
  es: () => import("./es/staff").then((book) => book.staff),
};

let staff = false;
/** The language that is being loaded, or spoken already. */
let wanted: Language = "en";

/** Speak a language from now on; its words are loaded first. */
export async function speak(name: string): Promise<void> {
  const language = known(name);
  wanted = language;
  await Promise.all([read(language, EVERYONE), staff && read(language, STAFF)]);
  // Another one may have been asked for meanwhile, and loads faster.
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Load the words of the browser's language; nothing can be shown before. */
export async function begin(): Promise<void> {
  const options = { interpolation: { escapeValue: false }, resources: {} };
  await i18next.use(initReactI18next).init(options);
  await speak(navigator.language);
}

/** Load also the words that only staff read, in this language and in every later one. */
export async function staffWords(): Promise<void> {
  staff = true;
  await Promise.all([wanted, known(i18next.language)].map((language) => read(language, STAFF)));
}

function known(language: string): Language {
  return LANGUAGES.find((one) => language.startsWith(one)) ?? "en";
}

async function read(language: Language, books: Record<Language, () => Book>): Promise<void> {
  i18next.addResourceBundle(language, "translation", await books[language](), true);
}
