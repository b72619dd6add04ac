import { Button, Menu } from "@mantine/core";
import { useRef } from "react";

type Item = { readonly name: string; readonly act: () => void };

/** What can be done with one row of a list. */
export function RowMenu({
  name,
  label,
  items,
  busy,
}: {
  name: string;
  /** What it is called by itself, with the row it belongs to. */
  label: string;
  items: readonly Item[];
  busy?: boolean;
}) {
  const button = useRef<HTMLButtonElement>(null);
  function choose(item: Item) {
    // A dialog that opens now gives the focus back to what had it, and the menu will be gone.
    button.current?.focus();
    item.act();
  }
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button ref={button} variant="subtle" aria-label={label} loading={busy ?? false}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.name} onClick={() => choose(item)}>
            {item.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
