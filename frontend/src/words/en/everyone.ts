// The words of everyone; English.

import { account } from "./account";
import { app } from "./app";
import { door } from "./door";
import { errors } from "./errors";
import { room } from "./room";
import { stage } from "./stage";
import { today } from "./today";

export const everyone = { ...account, ...app, ...door, ...errors, ...room, ...stage, ...today };
