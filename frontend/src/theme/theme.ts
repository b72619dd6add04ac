// The look as a Mantine theme: colours come from tokens.css, so that each mode has its own.

import {
  Button,
  createTheme,
  Input,
  type MantineColorsTuple,
  Menu,
  Modal,
  NativeSelect,
  type VariantColorsResolver,
} from "@mantine/core";
import classes from "./theme.module.css";

const tuple = (colour: string) => Array(10).fill(colour) as unknown as MantineColorsTuple;

/** Three colours, three meanings; everything else is paper and ink. */
const variants: VariantColorsResolver = ({ color = "pine", variant }) => {
  const name = color === "care" || color === "sun" ? color : "pine";
  const ink = name === "pine" ? "var(--pine)" : `var(--${name}-ink)`;
  const none = "1px solid transparent";
  switch (variant) {
    case "filled":
      return {
        background: `var(--${name})`,
        hover: `color-mix(in srgb, var(--${name}) 88%, var(--ink))`,
        color: `var(--on-${name})`,
        border: none,
      };
    case "light":
      return {
        background: `var(--${name}-wash)`,
        hover: `var(--${name}-wash)`,
        color: ink,
        border: none,
      };
    case "outline":
      return {
        background: "var(--card)",
        hover: `var(--${name}-wash)`,
        color: ink,
        border: `1px solid ${ink}`,
      };
    case "subtle":
      return { background: "transparent", hover: `var(--${name}-wash)`, color: ink, border: none };
    default:
      return {
        background: "var(--card)",
        hover: "var(--paper)",
        color: "var(--ink)",
        border: "1px solid var(--line)",
      };
  }
};

export const theme = createTheme({
  primaryColor: "pine",
  colors: { pine: tuple("#1f6b5c"), sun: tuple("#c97a16"), care: tuple("#b23a3a") },
  defaultRadius: 14,
  fontFamily: "inherit",
  variantColorResolver: variants,
  components: {
    Button: Button.extend({
      defaultProps: { variant: "default" },
      classNames: { root: classes.button, label: classes.label },
    }),
    Input: Input.extend({ classNames: { input: classes.input } }),
    Menu: Menu.extend({ classNames: { dropdown: classes.menu, item: classes.item } }),
    // The page below may scroll: to stop it, a style would have to be written into the page.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 } },
      classNames: { content: classes.dialog, title: classes.title, header: classes.head },
    }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: "md" } }),
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
  },
});
