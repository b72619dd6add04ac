// i18next with our words; the language is the browser's until the person's own is known.

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";
import { es } from "./es";

export const LANGUAGES = ["en", "es"] as const;

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, es: { translation: es } },
  lng: navigator.language.startsWith("es") ? "es" : "en",
  fallbackLng: "en",
  interpolation: { escapeValue: false },
});
i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language;
});
document.documentElement.lang = i18next.language;

export { i18next };
