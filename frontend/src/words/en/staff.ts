// The words of staff only, who load it with their pages; English.

import { clinic } from "./clinic";
import { desk } from "./desk";
import { meeting } from "./meeting";
import { record } from "./record";

export const staff = { ...clinic, ...desk, ...meeting, ...record };
