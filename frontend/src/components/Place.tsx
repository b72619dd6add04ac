// At which clinic one is at the moment, and in which roles.

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Me } from "../api/account";
import { useMe } from "./Me";

export type Role = Me["memberships"][number]["role"];
export type Clinic = Me["memberships"][number]["clinic"];

export type Place = {
  readonly clinic: Clinic;
  readonly clinics: readonly Clinic[];
  readonly roles: ReadonlySet<Role>;
  /** Administrators and supervisors. */
  readonly office: boolean;
  readonly go: (clinic: string) => void;
};

export const STAFF: readonly Role[] = ["facilitator", "supervisor", "administrator", "auditor"];
const KEPT = "clinic";

const PlaceContext = createContext<Place | null>(null);

/** The clinic around this component, for its staff. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("There is no clinic around this component.");
  return place;
}

/** Whether somebody works at a clinic, rather than taking part in its groups. */
export function works(me: Me): boolean {
  return me.memberships.some((one) => STAFF.includes(one.role));
}

/** The clinic where one works; of several, the one that was chosen last. */
export function AtClinic({ children }: { children: ReactNode }) {
  const me = useMe();
  const [chosen, choose] = useState(() => sessionStorage.getItem(KEPT));
  const held = me.memberships.filter((one) => STAFF.includes(one.role));
  const clinics = [...new Map(held.map((one) => [one.clinic.id, one.clinic])).values()];
  const clinic = clinics.find((one) => one.id === chosen) ?? clinics[0];
  if (clinic === undefined) return null;
  const roles = new Set(held.filter((one) => one.clinic.id === clinic.id).map((one) => one.role));
  const place: Place = {
    clinic,
    clinics,
    roles,
    office: roles.has("administrator") || roles.has("supervisor"),
    go: (id) => {
      sessionStorage.setItem(KEPT, id);
      choose(id);
    },
  };
  return <PlaceContext value={place}>{children}</PlaceContext>;
}
