import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/http";
import { chooseAlias, type MyPlace, myPlace, type Session } from "../../api/sessions";
import { Dialog } from "../../components/Dialog";
import { Trouble } from "../../components/Trouble";
import classes from "./Next.module.css";

type Group = Session["group"];
const IDEAS = 6;

/** What the group calls the person, and the way to another name. */
export function Alias({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["my-place", group.id],
    queryFn: () => myPlace(group.id),
    staleTime: 60_000,
  });
  if (!data) return null;
  return (
    <div className={classes.alias}>
      <p>
        {t("today.youAre")} <strong>{data.alias}</strong>.
      </p>
      <Button
        variant="subtle"
        aria-label={t("today.changeName", { group: group.name })}
        onClick={() => setOpen(true)}
      >
        {t("today.change")}
      </Button>
      <Dialog
        open={open}
        close={() => setOpen(false)}
        title={t("today.aliasTitle", { group: group.name })}
      >
        <Choose group={group} now={data.alias} close={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function Choose({ group, now, close }: { group: Group; now: string; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [alias, setAlias] = useState(now);
  const { ideas, others } = useIdeas();
  const choosing = useMutation({
    mutationFn: (wanted: string) => chooseAlias(group.id, wanted),
    onSuccess: (place: MyPlace) => {
      queries.setQueryData(["my-place", group.id], place);
      close();
    },
  });
  const { error } = choosing;
  const wrong = error instanceof Problem ? error.fields.alias?.join(" ") : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    choosing.mutate(alias.trim());
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className="soft">{t("today.aliasLead")}</p>
      <TextInput
        label={t("today.alias")}
        value={alias}
        maxLength={40}
        required
        withAsterisk={false}
        autoComplete="off"
        error={wrong}
        onChange={(event) => setAlias(event.currentTarget.value)}
      />
      <fieldset className={classes.ideas}>
        <legend>{t("today.aliasIdeas")}</legend>
        <div className={classes.words}>
          {ideas.map((word) => (
            <button
              key={word}
              type="button"
              aria-pressed={alias === word}
              onClick={() => setAlias(word)}
            >
              {word}
            </button>
          ))}
        </div>
        <div>
          <Button variant="subtle" onClick={others}>
            {t("today.aliasMore")}
          </Button>
        </div>
      </fieldset>
      <p className="soft">{t("today.aliasOpen")}</p>
      {error && !wrong && <Trouble error={error} />}
      <Button type="submit" variant="filled" loading={choosing.isPending}>
        {t("app.save")}
      </Button>
    </form>
  );
}

/** A few words of nature at a time, in the reader's language. */
function useIdeas(): { readonly ideas: readonly string[]; readonly others: () => void } {
  const { t } = useTranslation();
  const words = t("today.words").split(", ");
  const [from, setFrom] = useState(() => Math.floor(Math.random() * words.length));
  // Words lie a stride apart, so that neighbours in the list do not come together.
  const ideas = Array.from(
    { length: IDEAS },
    (_, index) => words[(from + index * 11) % words.length] ?? "",
  );
  return { ideas: [...new Set(ideas)], others: () => setFrom((last) => last + 1) };
}
