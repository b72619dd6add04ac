import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A dialog whose way out has a name and is big enough for a finger. */
export function Dialog({
  title,
  open,
  close,
  wide,
  whole,
  over,
  keep,
  children,
}: {
  title: ReactNode;
  open: boolean;
  close: () => void;
  wide?: boolean | undefined;
  /** It takes the whole screen. */
  whole?: boolean;
  /** It may open while another dialog is. */
  over?: boolean;
  /** A click beside it does not close it: what was typed would be lost. */
  keep?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={open}
      onClose={close}
      title={title}
      size={wide ? "lg" : "md"}
      fullScreen={whole ?? false}
      radius={whole ? 0 : undefined}
      zIndex={over ? 300 : 200}
      closeOnClickOutside={!keep}
      closeButtonProps={{ "aria-label": t("app.close"), size: 44, iconSize: 20 }}
      // The heading of a dialog is not the banner of the page.
      attributes={{ header: { role: "presentation" } }}
    >
      {children}
    </Modal>
  );
}
