// Changing one's own details; the page shows them as the server has them then.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as account from "../../api/account";
import { Problem } from "../../api/http";

/** A mutation of one's details; `wrong` says what is wrong with a field. */
export function useEdit() {
  const queries = useQueryClient();
  const editing = useMutation({
    mutationFn: account.edit,
    onSuccess: (me: account.Me) => queries.setQueryData(["me"], me),
  });
  const { error } = editing;
  const wrong = (field: string) =>
    error instanceof Problem ? error.fields[field]?.join(" ") : undefined;
  return { ...editing, wrong };
}
