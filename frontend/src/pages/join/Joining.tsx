import { type ReactNode, useEffect, useState } from "react";
import { forget, take } from "./invitation";
import { Join } from "./Join";

/** Its children, unless somebody came by an invitation's link: then that first. */
export function Joining({ children }: { children: ReactNode }) {
  const [token, setToken] = useState(take);
  useEffect(() => {
    // A link that is opened where the app runs already changes the fragment only.
    const look = () => setToken(take());
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  function done() {
    forget();
    setToken(null);
  }
  return token ? <Join key={token} token={token} done={done} /> : children;
}
