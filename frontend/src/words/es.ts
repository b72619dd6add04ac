// Every sentence of the web app, in Spanish; one file an area, the same keys as in English.

import type { Words } from "./en";
import { account } from "./es/account";
import { app } from "./es/app";
import { clinic } from "./es/clinic";
import { desk } from "./es/desk";
import { door } from "./es/door";
import { errors } from "./es/errors";
import { meeting } from "./es/meeting";
import { record } from "./es/record";
import { room } from "./es/room";
import { today } from "./es/today";

export const es: Words = {
  ...account,
  ...app,
  ...clinic,
  ...desk,
  ...door,
  ...errors,
  ...meeting,
  ...record,
  ...room,
  ...today,
};
