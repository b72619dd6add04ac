import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ownAttendance } from "../../api/sessions";
import { Sheet } from "../../components/Sheet";
import { useHere } from "../../room/hooks";
import { Chat } from "./Chat";
import { Alerts } from "./desk/Alerts";
import { FreeSeat } from "./FreeSeat";
import { Crisis, HelpButton } from "./Help";

/** The end: the circle whole, with thanks; open alerts keep their line. */
export function Ended() {
  const { t } = useTranslation();
  const { room } = useHere();
  const { phase } = room.times;
  if (room.staff)
    return (
      <Sheet title={t("ended.staffTitle")} lead={t("ended.staffLead")}>
        <Alerts />
        <Chat />
        <Back />
      </Sheet>
    );
  const lead =
    phase === "not_held"
      ? t("ended.not_held")
      : phase === "cancelled"
        ? t("ended.cancelled")
        : t("ended.lead");
  return (
    <Sheet title={phase === "ended" ? t("ended.title") : room.name} lead={lead}>
      <FreeSeat whole />
      {phase === "ended" && <Minutes />}
      {room.you.line && (
        <>
          <p>{t("ended.line")}</p>
          <Chat />
        </>
      )}
      <Back />
      <HelpButton />
      <Crisis contacts={room.crisis} />
    </Sheet>
  );
}

function Back() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/" variant="filled">
      {t("ended.sessions")}
    </Button>
  );
}

/** What counts for this person, as the record has it; silent where it has nothing. */
function Minutes() {
  const { t } = useTranslation();
  const { session } = useHere();
  const { data } = useQuery({
    queryKey: ["attendance", session],
    queryFn: () => ownAttendance(session),
    retry: false,
  });
  if (!data?.you?.present_ms) return null;
  return <p className="tabular">{t("ended.minutes", { minutes: data.you.credited_min })}</p>;
}
