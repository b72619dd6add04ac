// What the languages call themselves.

import type { Language } from "../../words";

export const NAMES: Readonly<Record<Language, string>> = { en: "English", es: "Español" };
