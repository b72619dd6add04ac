import { NumberInput, Textarea, TextInput } from "@mantine/core";
import { type ComponentType, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog";
import { useHere } from "../../../room/hooks";
import ShareForm from "../share/ShareForm";
import { useMedia } from "../stage/media";
import { Asking, type FormProps } from "./Asking";
import { EndForm } from "./Ending";
import { Keys } from "./Keys";
import { OpenForm } from "./places/OpenForm";
import { RemoveForm } from "./Removing";
import { RoundForm } from "./RoundForm";
import { TeamForm } from "./Team";

export type Kind =
  | "break"
  | "extend"
  | "announce"
  | "round"
  | "sideRooms"
  | "share"
  | "team"
  | "remove"
  | "cancel"
  | "end"
  | "keys"
  | "leave";

const FORMS: Record<Kind, ComponentType<FormProps>> = {
  break: BreakForm,
  extend: ExtendForm,
  announce: AnnounceForm,
  round: RoundForm,
  sideRooms: OpenForm,
  share: ShareForm,
  team: TeamForm,
  remove: RemoveForm,
  cancel: CancelForm,
  end: EndForm,
  keys: Keys,
  leave: LeaveForm,
};

/** The dialog of one action; its form begins anew each time. */
export function Dialogs({ open, close }: { open: Kind | null; close: () => void }) {
  const { t } = useTranslation();
  const Form = open === null ? null : FORMS[open];
  return (
    <Dialog
      open={open !== null}
      close={close}
      title={open === null ? "" : t(`staff.titles.${open}`)}
    >
      {Form && <Form close={close} />}
    </Dialog>
  );
}

type MinutesProps = { value: number; set: (n: number) => void; max: number };

function Minutes({ value, set, max }: MinutesProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t("staff.minutesField")}
      min={1}
      max={max}
      allowDecimal={false}
      value={value}
      onChange={(n) => set(Number(n) || 1)}
    />
  );
}

function BreakForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState(10);
  const apart = useHere().room.places !== null;
  return (
    <Asking
      command={{ type: "Break", minutes }}
      close={close}
      go={t("staff.break")}
      lead={t(apart ? "staff.breakTogether" : "staff.breakLead")}
    >
      <Minutes value={minutes} set={setMinutes} max={60} />
    </Asking>
  );
}

function ExtendForm({ close }: FormProps) {
  const { t } = useTranslation();
  const { staff } = useHere().room;
  const [minutes, setMinutes] = useState(10);
  const [reason, setReason] = useState("");
  const left = Math.floor(((staff?.extension_cap_s ?? 0) - (staff?.extended_s ?? 0)) / 60);
  if (left < 1) return <p>{t("staff.extendNone")}</p>;
  return (
    <Asking
      command={{ type: "Extend", minutes: Math.min(minutes, left), reason }}
      close={close}
      go={t("staff.extend")}
      lead={t("staff.extendLead", { count: left })}
    >
      <Minutes value={Math.min(minutes, left)} set={setMinutes} max={left} />
      <TextInput
        label={t("staff.reason")}
        required
        withAsterisk={false}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Asking>
  );
}

function AnnounceForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  return (
    <Asking
      command={{ type: "Announce", text: text.trim() }}
      close={close}
      go={t("staff.announce")}
      lead={t("staff.announceLead")}
    >
      <Textarea
        label={t("staff.text")}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Asking>
  );
}

/** Called off before it has begun. */
function CancelForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <Asking
      command={{ type: "Cancel", reason }}
      close={close}
      go={t("staff.cancel")}
      care
      lead={t("staff.cancelLead")}
    >
      <TextInput
        label={t("staff.reason")}
        required
        withAsterisk={false}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Asking>
  );
}

/** Going while it runs: the lead passes to a co-facilitator, or the group waits. */
function LeaveForm({ close }: FormProps) {
  const { t } = useTranslation();
  const { people, you } = useHere().room;
  const media = useMedia();
  const others = people.some((one) => one.facilitates && one.seat !== you.seat && one.connected);
  return (
    <Asking
      command={{ type: "Leave" }}
      // Who goes is heard and seen no more, also while the room can not be told.
      before={() => media?.rest()}
      close={close}
      go={t("leave.go")}
      lead={t(others ? "staff.leaveLead" : "staff.leaveAlone")}
    />
  );
}
