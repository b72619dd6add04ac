// Words of people, invitations, groups and plans, for administrators; English.

export const clinic = {};
