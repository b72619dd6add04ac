// What is asked again after a person was changed.

import { useQueryClient } from "@tanstack/react-query";
import type * as api from "../../api/people";
import { usePlace } from "../../components/Place";

/** Puts a person as the server has just told them in the place of what was known. */
export function usePersonChanged(): (person: api.Person) => void {
  const { clinic } = usePlace();
  const queries = useQueryClient();
  return (person) => {
    queries.setQueryData(["person", clinic.id, person.id], person);
    for (const key of ["people", "members", "team"])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}
