// Every sentence of the web app, in English; one file an area.

import { account } from "./en/account";
import { app } from "./en/app";
import { clinic } from "./en/clinic";
import { desk } from "./en/desk";
import { door } from "./en/door";
import { errors } from "./en/errors";
import { meeting } from "./en/meeting";
import { record } from "./en/record";
import { room } from "./en/room";
import { today } from "./en/today";

export const en = {
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

export type Words = typeof en;
