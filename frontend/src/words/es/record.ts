// Words of the record, for auditors; Spanish.

import type { record as Words } from "../en/record";

export const record: typeof Words = {};
