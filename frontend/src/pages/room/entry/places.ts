// States by name and code: licences go by the code, people write either. Pure.

const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|" +
    "DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|" +
    "IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|" +
    "MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|" +
    "NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|" +
    "NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|" +
    "PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|" +
    "UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
  )
    .split("|")
    .map((one) => [plain(one.slice(3)), one.slice(0, 2)]),
);

/** The code of a state however it is written; what is not known stays as it was said. */
export function stateCode(said: string): string {
  const known = CODES[plain(said)];
  if (known) return known;
  const short = said.trim();
  return /^\p{L}{2}$/u.test(short) ? short.toUpperCase() : short;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L} ]/gu, "")
    .trim()
    .toLowerCase();
}
