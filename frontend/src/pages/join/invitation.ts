// The token of an invitation's link: out of the address at once, kept only until it is used.

const KEPT = "invitation";
const FRAGMENT = "#invitation=";
const LIMIT = 128;

/** The token in a link's fragment, less what a mail or a message may have put around it. */
export function tokenOf(hash: string): string | null {
  if (!hash.startsWith(FRAGMENT)) return null;
  return (
    hash
      .slice(FRAGMENT.length)
      .replace(/[^\w-]/g, "")
      .slice(0, LIMIT) || null
  );
}

/** Take the token from the address, so that it is neither in the history nor on the screen. */
export function take(): string | null {
  const token = tokenOf(location.hash);
  if (token === null) return sessionStorage.getItem(KEPT);
  history.replaceState(history.state, "", location.pathname + location.search);
  // A reload while somebody types must not cost them their invitation.
  sessionStorage.setItem(KEPT, token);
  return token;
}

export function forget(): void {
  sessionStorage.removeItem(KEPT);
}
