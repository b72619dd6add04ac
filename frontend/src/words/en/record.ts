// Words of the record, for auditors; English.

export const record = {};
