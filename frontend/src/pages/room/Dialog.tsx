import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A dialog of the room, with a way out that has a name and is big enough for a finger. */
export function Dialog({
  title,
  open,
  close,
  children,
}: {
  title: ReactNode;
  open: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={open}
      onClose={close}
      title={title}
      closeButtonProps={{ "aria-label": t("app.close"), size: 44, iconSize: 20 }}
      // The heading of a dialog is not the banner of the page.
      attributes={{ header: { role: "presentation" } }}
    >
      {children}
    </Modal>
  );
}
