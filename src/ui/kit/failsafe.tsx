import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What stands there once a part has failed. */
  readonly instead?: ReactNode;
  readonly onFailure?: () => void;
}

/** Keeps the page standing where one of its parts fails, as one does that can no longer be loaded. */
export class Failsafe extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure?.();
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
