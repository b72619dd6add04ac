// Words of signing in, agreements, one's account; English.

export const account = {
  signIn: {
    title: "Welcome",
    lead: "Sign in to see your groups.",
    name: "E-mail or sign-in name",
    password: "Password",
    go: "Sign in",
    useCode: "I have a code from the clinic",
    usePassword: "Sign in with a password",
    code: "Code",
    mailCode: "Send me a code by e-mail",
    mailed: "If this address is known, a code is on its way. It is good for ten minutes.",
    second: "Enter the code of your authenticator app, or a recovery code.",
    out: "Sign out",
  },
  agreement: {
    title: "Please read this",
    lead: "You sign each version once. It waits here until you have.",
    name: "Your full name, as your signature",
    sign: "I have read this and agree",
    later: "Not now",
  },
};
