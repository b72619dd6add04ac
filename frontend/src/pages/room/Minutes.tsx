import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type OwnAttendance, ownAttendance } from "../../api/sessions";
import { Loading } from "../../components/Loading";
import { Trouble } from "../../components/Trouble";
import { useAround, useRoom } from "../../room/hooks";
import { clockTime } from "../../words/time";

/** What the record says of one's own time in this session, asked anew whenever it is shown. */
export function useOwn() {
  const { session } = useAround();
  return useQuery({
    queryKey: ["attendance", session],
    queryFn: () => ownAttendance(session),
    staleTime: 0,
    retry: 1,
  });
}

/** The minutes that count, so far or in the end. */
export function Minutes({ over = false }: { over?: boolean }) {
  const { data, error, isPending, refetch } = useOwn();
  if (isPending) return <Loading lines={1} />;
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return <Counted own={data} over={over} />;
}

function Counted({ own, over }: { own: OwnAttendance; over: boolean }) {
  const { t, i18n } = useTranslation();
  const guest = useRoom((room) => room.you.role !== "participant");
  const { you } = own;
  if (guest) return null;
  if (!you?.present_ms) return over ? <p>{t("ended.noMinutes")}</p> : null;
  const at = (moment: string) => clockTime(Date.parse(moment), i18n.language);
  const count = you.credited_min;
  return (
    <div role="status">
      <p className="tabular">
        <strong>{over ? t("ended.counted", { count }) : t("leave.soFar", { count })}</strong>
      </p>
      {over && you.first_in && you.last_out && (
        <p className="soft tabular">
          {t("ended.fromTo", { from: at(you.first_in), to: at(you.last_out) })}
        </p>
      )}
    </div>
  );
}
