// Words of the schedule and a session's page, for staff; Spanish.

import type { meeting as Words } from "../en/meeting";

export const meeting: typeof Words = {};
