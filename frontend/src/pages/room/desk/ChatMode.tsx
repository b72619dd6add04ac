import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SetChatMode } from "../../../api/protocol.gen";
import { useGive, useRoom } from "../../../room/hooks";
import { useFacilitates } from "./stance";

const MODES = ["open", "to_staff", "off"] as const;

/** Whom the group may write to; changed at once. */
export function ChatMode() {
  const { t } = useTranslation();
  const give = useGive();
  const chat = useRoom((room) => room.chat);
  if (!useFacilitates()) return null;
  return (
    <NativeSelect
      aria-label={t("staff.chatMode")}
      value={chat}
      data={MODES.map((value) => ({ value, label: t(`staff.chatModes.${value}`) }))}
      onChange={(event) =>
        void give({ type: "SetChatMode", mode: event.currentTarget.value as SetChatMode["mode"] })
      }
    />
  );
}
