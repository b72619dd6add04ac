import { Button, NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { groups } from "../../api/groups";
import { person as onePerson } from "../../api/people";
import { usePlace } from "../../components/Place";
import { PersonSearch } from "./PersonSearch";
import classes from "./Sessions.module.css";

/** One of the clinic's groups, or all of them. */
export function GroupChoice({ value, choose }: { value: string; choose: (group: string) => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const found = useQuery({
    queryKey: ["groups", clinic.id, "names"],
    queryFn: async () => {
      const [open, put] = await Promise.all([groups(clinic.id, false), groups(clinic.id, true)]);
      return [...open.results, ...put.results];
    },
    staleTime: 60_000,
  });
  return (
    <NativeSelect
      label={t("records.group")}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: "", label: t("records.anyGroup") },
        ...(found.data ?? []).map((group) => ({ value: group.id, label: group.name })),
      ]}
    />
  );
}

/** Somebody whose sessions are looked for; they are known by an id that says nothing. */
export function PersonChoice({ id, choose }: { id: string; choose: (id: string) => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const key = ["people", clinic.id, id];
  const found = useQuery({
    queryKey: key,
    queryFn: () => onePerson(clinic.id, id),
    enabled: id !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (id === "")
    return (
      <PersonSearch
        label={t("records.person")}
        pick={(person) => {
          queries.setQueryData(["people", clinic.id, person.id], person);
          choose(person.id);
        }}
      />
    );
  return (
    <div className={classes.person}>
      <span className={classes.label}>{t("records.person")}</span>
      <Button onClick={() => choose("")}>
        {found.data?.legal_name || found.data?.name || "…"}
        <span className="heard-only">, {t("records.dropPerson")}</span>
        <span aria-hidden="true" className={classes.drop}>
          ×
        </span>
      </Button>
    </div>
  );
}
