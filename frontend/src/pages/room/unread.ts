// How many messages came in since one last looked at the chat.

import { useEffect, useState } from "react";
import { useRoom } from "../../room/hooks";

/** So many are unread while the chat is not looked at. */
export function useUnread(looking: boolean): number {
  const written = useRoom((room) => room.messages.length);
  const [read, setRead] = useState(written);
  useEffect(() => {
    if (looking || written < read) setRead(written);
  }, [looking, written, read]);
  return looking ? 0 : Math.max(0, written - read);
}
