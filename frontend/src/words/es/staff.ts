// The words of staff only, who load it with their pages; Spanish.

import { audit } from "./audit";
import { desk } from "./desk";
import { groups } from "./groups";
import { meeting } from "./meeting";
import { people } from "./people";
import { places } from "./places";
import { record } from "./record";

export const staff = { ...audit, ...desk, ...groups, ...meeting, ...people, ...places, ...record };
