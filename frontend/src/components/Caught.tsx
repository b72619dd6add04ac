import { Component, type ReactNode } from "react";

type Props = {
  /** What shows instead, once they could not be loaded or drawn. */
  readonly otherwise: ReactNode;
  /** It is told at that moment. */
  readonly lost?: () => void;
  /** Where one is; elsewhere it is tried again. */
  readonly at?: string;
  readonly children: ReactNode;
};

/** Its children; where they can not be loaded or drawn, what is around them stays as it is. */
export class Caught extends Component<Props, { readonly lost: boolean }> {
  override state = { lost: false };

  static getDerivedStateFromError() {
    return { lost: true };
  }

  override componentDidCatch() {
    this.props.lost?.();
  }

  // Elsewhere it may go well.
  override componentDidUpdate({ at }: Props) {
    if (this.state.lost && at !== this.props.at) this.setState({ lost: false });
  }

  override render() {
    return this.state.lost ? this.props.otherwise : this.props.children;
  }
}
