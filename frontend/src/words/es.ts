// Every sentence of the web app, in Spanish, the same keys as in English.

import type { Words } from "./en";
import { everyone } from "./es/everyone";
import { staff } from "./es/staff";

export const es: Words = { ...everyone, ...staff };
