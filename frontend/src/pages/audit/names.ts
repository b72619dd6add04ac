// What the people of the clinic are called, for who may know: by membership code, and by public id.

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Person, people } from "../../api/people";
import type { Look } from "../../api/record";
import { useMe } from "../../components/Me";
import { usePlace } from "../../components/Place";

const WHOLE = 200;

export type Names = {
  readonly byCode: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, string>;
  readonly all: readonly Person[];
};

/** Everyone of the clinic; nobody for who may not read the list of people. */
export function useNames(): Names {
  const { clinic, office } = usePlace();
  const found = useQuery({
    queryKey: ["people", clinic.id, "everyone"],
    queryFn: () => everyone(clinic.id),
    enabled: office,
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
  const all = found.data ?? [];
  return {
    all,
    byId: new Map(all.map((one) => [one.id, called(one)])),
    byCode: new Map(
      all.flatMap((one) => one.memberships.map((held) => [held.code, called(one)] as const)),
    ),
  };
}

/** Whoever looked, in words: oneself, by name, or by code where the name is not known. */
export function useActor(): (look: Look) => string {
  const { t } = useTranslation();
  const own = new Set(useMe().memberships.map((one) => one.code));
  return ({ actor, name }) => {
    if (own.has(actor)) return t("audit.you");
    return name ?? t("audit.someone", { code: actor.slice(2, 8) });
  };
}

export function called(person: Person): string {
  return person.legal_name || person.name;
}

async function everyone(clinic: string): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (let page = 1; ; page += 1) {
    const listed = await people(clinic, { page, page_size: WHOLE });
    found.push(...listed.results);
    if (listed.next === null) return found;
  }
}
