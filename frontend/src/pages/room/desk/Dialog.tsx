import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A dialog of the desk, with a way out that says what it is and is large enough for a finger. */
export function Dialog({
  title,
  open,
  close,
  wide,
  children,
}: {
  title: ReactNode;
  open: boolean;
  close: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={open}
      onClose={close}
      title={title}
      size={wide ? 520 : 440}
      closeButtonProps={{ "aria-label": t("app.close"), size: 44 }}
    >
      {children}
    </Modal>
  );
}
