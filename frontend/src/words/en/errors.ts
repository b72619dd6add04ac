// Words of what can go wrong, by the code of the refusal; English.

export const errors = {
  errors: {
    offline: "We can not reach the clinic's server. Check your connection, then try again.",
    too_fast: "That was too often in a short time. Wait a minute, then try again.",
    sign_in_refused: "That did not match. Check what you typed, or ask the clinic for a code.",
    not_found: "There is nothing here for you. Check the link, or go to your sessions.",
    failed: "That did not work, and nothing was changed. Try again.",
  },
};
