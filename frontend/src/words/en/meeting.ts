// Words of the schedule and a session's page, for staff; English.

export const meeting = {};
