// Words of people, invitations, groups and plans, for administrators; Spanish.

import type { clinic as Words } from "../en/clinic";

export const clinic: typeof Words = {};
