import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { having, type Person, type Role } from "../../api/people";
import { Loading } from "../Loading";
import { usePlace } from "../Place";
import { Trouble } from "../Trouble";
import classes from "./PersonPicker.module.css";
import { WrongContext } from "./wrong";

const SHOWN = 30;
const PAUSE_MS = 300;

/** One person of the clinic with one of these roles, found by name. */
export function PersonPicker({
  name,
  label,
  roles,
  taken,
}: {
  name: string;
  label: string;
  roles: readonly Role[];
  /** Who can not be chosen, for they are there already. */
  taken?: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const wrong = useContext(WrongContext)[name];
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search.trim(), PAUSE_MS);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["people", clinic.id, "having", roles, settled],
    queryFn: () => having(clinic.id, roles, settled),
    placeholderData: keepPreviousData,
  });
  const free = data?.filter((one) => !taken?.has(one.id)) ?? [];
  const there = data?.filter((one) => taken?.has(one.id)) ?? [];
  const shown = [...free, ...there].slice(0, SHOWN);
  return (
    <fieldset className={classes.picker} name={name}>
      <legend>{label}</legend>
      <TextInput
        type="search"
        aria-label={t("picker.search")}
        placeholder={t("picker.search")}
        autoComplete="off"
        value={search}
        error={wrong}
        data-autofocus
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter is for the search here, not for a form that nobody has finished.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      {isPending && <Loading lines={2} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      <div className={classes.found}>
        {shown.map((one) => (
          <Option key={one.id} name={name} person={one} taken={taken?.has(one.id) ?? false} />
        ))}
      </div>
      <p className="soft" role="status">
        {data && data.length === 0 && t("picker.none")}
        {data && data.length > SHOWN && t("picker.more", { count: data.length - SHOWN })}
      </p>
    </fieldset>
  );
}

function Option({ name, person, taken }: { name: string; person: Person; taken: boolean }) {
  const { t } = useTranslation();
  const legal = person.legal_name !== person.name ? person.legal_name : "";
  const besides = [legal, person.credential, taken ? t("picker.taken") : ""].filter(Boolean);
  return (
    <label className={classes.option}>
      <input type="radio" name={name} value={person.id} disabled={taken} />
      <span>
        {person.name}
        {besides.length > 0 && <span className="soft"> · {besides.join(" · ")}</span>}
      </span>
    </label>
  );
}
