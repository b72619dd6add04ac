// Every sentence of the web app, in English; one file an area, loaded as two books.

import { everyone } from "./en/everyone";
import { staff } from "./en/staff";

export const en = { ...everyone, ...staff };

export type Words = typeof en;
