import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNow, useRoom } from "../../../room/hooks";
import { nameOf } from "../../../room/state";
import { span } from "../../../words/time";
import desk from "./Desk.module.css";

const NOBODY: readonly string[] = [];

/** "Are you with us?": who has not answered yet; and, once it has closed, who never did. */
export function Prompt() {
  const { t } = useTranslation();
  const [missed, setMissed] = useState<readonly string[]>([]);
  const { until, waits } = useRoom((room) => ({
    until: room.prompt_until,
    waits: room.staff?.prompt_waits_for ?? NOBODY,
  }));
  const open = until !== null;
  useEffect(() => {
    if (open) setMissed(waits);
  }, [open, waits]);
  const silent = open ? waits : missed;
  const names = useRoom((room) => silent.map((seat) => nameOf(room, seat)).join(", "));
  if (!open && silent.length === 0) return null;
  return (
    <section className={desk.section} aria-label={t("staff.prompt")}>
      <div className={desk.headed}>
        <h2>
          {t("staff.prompt")} {until !== null && <Left until={until} />}
        </h2>
        {!open && (
          <Button variant="subtle" onClick={() => setMissed([])}>
            {t("app.close")}
          </Button>
        )}
      </div>
      <div className={desk.panel}>
        <p className={desk.line}>
          {silent.length === 0
            ? t("staff.promptAll")
            : t(open ? "staff.promptWaits" : "staff.promptMissed", { names })}
        </p>
      </div>
    </section>
  );
}

function Left({ until }: { until: number }) {
  const now = useNow();
  return <span className="tabular">{span(until - now)}</span>;
}
