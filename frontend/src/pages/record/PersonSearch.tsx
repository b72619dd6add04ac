import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Person, people } from "../../api/people";
import { usePlace } from "../../components/Place";
import classes from "./PersonSearch.module.css";

const SHOWN = 6;
const LEAST = 2;

/** Finds somebody of the clinic by name; for its office. */
export function PersonSearch({
  label,
  without = [],
  pick,
}: {
  label: string;
  /** Public ids of people who are not offered. */
  without?: readonly string[];
  pick: (person: Person) => void;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), 250);
  const asking = search.length >= LEAST;
  const found = useQuery({
    queryKey: ["people", clinic.id, "named", search],
    queryFn: () => people(clinic.id, { search, page_size: SHOWN + without.length }),
    enabled: asking,
  });
  const offered = (found.data?.results ?? []).filter((one) => !without.includes(one.id));
  const shown = asking && text.trim() === search && found.data !== undefined;
  return (
    <div className={classes.search}>
      <TextInput
        type="search"
        label={label}
        placeholder={t("records.personHint")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <div role="status">
        {shown && offered.length === 0 && <p className="soft">{t("records.personNone")}</p>}
      </div>
      {shown && offered.length > 0 && (
        <ul className={classes.offered}>
          {offered.slice(0, SHOWN).map((person) => (
            <li key={person.id}>
              <button
                type="button"
                onClick={() => {
                  pick(person);
                  setText("");
                }}
              >
                {person.legal_name || person.name}
                {person.preferred_name && <span className="soft"> {person.preferred_name}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
