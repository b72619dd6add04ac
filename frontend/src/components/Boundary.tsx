import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";
import { Problem } from "../api/http";
import { Sheet } from "./Sheet";
import { Trouble } from "./Trouble";
import { Wordmark } from "./Wordmark";

/** Its children; where a part of the page can not be loaded or drawn, a way to load it again. */
export function Boundary({ children }: { children: ReactNode }) {
  return <Caught at={useLocation().pathname}>{children}</Caught>;
}

type Props = { readonly at: string; readonly children: ReactNode };

class Caught extends Component<Props, { readonly at: string | null }> {
  override state = { at: null as string | null };

  static getDerivedStateFromError() {
    return { at: location.pathname };
  }

  // Elsewhere it may go well.
  override componentDidUpdate({ at }: Props) {
    if (this.state.at !== null && at !== this.props.at) this.setState({ at: null });
  }

  override render() {
    if (this.state.at === null) return this.props.children;
    return (
      <Sheet top={<Wordmark />} title="vgroup">
        <Trouble error={new Problem(0, "page_lost", "")} again={() => location.reload()} />
      </Sheet>
    );
  }
}
