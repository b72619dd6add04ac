// Who is signed in, for everything below the sign-in.

import { createContext, useContext } from "react";
import type { Me } from "../api/account";

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("Nobody is signed in here.");
  return me;
}
