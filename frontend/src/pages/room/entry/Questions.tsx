import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lastTime } from "../../../api/attestation";
import { Loading } from "../../../components/Loading";
import { Sheet } from "../../../components/Sheet";
import { useAround, useRoom } from "../../../room/hooks";
import { Devices } from "../devices/Devices";
import { HelpButton } from "../Help";
import { type Answers, LastTime } from "./LastTime";
import { Question } from "./Question";
import classes from "./Questions.module.css";
import { ALL, before, isText, type Name, open, type Said } from "./questions";
import { Review } from "./Review";

/** What is on the page: the answers of last time, a question, the devices, or all of it to look over. */
type Page = "last" | "review" | "devices" | Name;

/** The questions at the door, one at a time, each saying who sees the answer. */
export function Questions({ done }: { done?: (() => void) | undefined }) {
  const { session } = useAround();
  const name = useRoom((room) => room.name);
  const { data, isPending } = useQuery({
    queryKey: ["attestation", session],
    queryFn: () => lastTime(session),
    retry: false,
    // Somebody else may use this browser next: what was said leaves the memory with the page.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Without an answer to what was said last time, everything is simply asked.
  return isPending ? (
    <Sheet title={name}>
      <Loading />
    </Sheet>
  ) : (
    <Asked last={data?.answers ?? null} done={done} />
  );
}

function Asked({ last, done }: { last: Answers | null; done: (() => void) | undefined }) {
  const [said, setSaid] = useState<Said>({});
  const [page, setPage] = useState<Page>(last ? "last" : "state");
  const [changing, setChanging] = useState(false);

  function answer(name: Name, value: string | boolean) {
    const now = { ...said, [name]: value };
    setSaid(now);
    const next = changing ? open(now) : (ALL[ALL.indexOf(name) + 1] ?? null);
    setPage(next ?? "review");
    setChanging(false);
  }
  function back(name: Name) {
    setChanging(false);
    const earlier = changing ? null : before(name);
    setPage(changing ? "review" : (earlier ?? (last ? "last" : "state")));
  }
  function change(name: Name) {
    setChanging(true);
    setPage(name);
  }
  if (page === "last" && last !== null)
    return (
      <LastTime
        last={last}
        same={() => {
          setSaid({ ...said, ...last });
          setPage("alone");
        }}
        anew={() => setPage("state")}
      />
    );
  if (page === "devices") return <Devices done={() => setPage("review")} />;
  if (page === "review" || page === "last")
    return (
      <Review
        said={said}
        change={change}
        back={() => setPage("agreements")}
        devices={() => setPage("devices")}
        done={done}
      />
    );
  const first = page === "state" && last === null && !changing;
  return (
    <Sheet
      step={page}
      top={<Progress name={page} />}
      title={<Asks name={page} />}
      lead={<Seen name={page} />}
    >
      <Question
        key={page}
        name={page}
        said={said}
        kind={<AfterNo name={page} said={said} />}
        answer={(value) => answer(page, value)}
      />
      <div className={classes.foot}>
        {!first && <Back go={() => back(page)} />}
        <HelpButton className={classes.help} />
      </div>
    </Sheet>
  );
}

function Back({ go }: { go: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="subtle" className={classes.back} onClick={go}>
      {t("app.back")}
    </Button>
  );
}

function Progress({ name }: { name: Name }) {
  const { t } = useTranslation();
  const room = useRoom((one) => one.name);
  const n = ALL.indexOf(name) + 1;
  const words = t("door.question", { n, of: ALL.length });
  return (
    <div className={classes.progress}>
      <span className="soft">
        {room} · {words}
      </span>
      <progress value={n} max={ALL.length} aria-label={words} />
    </div>
  );
}

function Asks({ name }: { name: Name }) {
  const { t } = useTranslation();
  return t(`door.${name}`);
}

function Seen({ name }: { name: Name }) {
  const { t } = useTranslation();
  if (name === "state") return t("door.stateSees");
  return isText(name) ? t("door.staffSee") : t("door.recordSees");
}

/** An honest "no" to the question before is met at once, with what happens next. */
function AfterNo({ name, said }: { name: Name; said: Said }) {
  const { t } = useTranslation();
  const earlier = before(name);
  if (earlier === null || isText(earlier) || said[earlier] !== false) return null;
  return <p className={classes.note}>{t(`door.no_${earlier}`)}</p>;
}
