// The frames, commands and events of docs/protocol.schema.json as TypeScript.

/** The text of a module that exports a type for every definition of the schema. */
export function protocol({ title, $defs }) {
  const types = Object.entries($defs).map(
    ([name, schema]) => `${comment(schema)}export type ${name} = ${typeOf(schema)};\n`,
  );
  return `// Made by \`npm run generate\` from docs/protocol.schema.json. Do not edit.

export const PROTOCOL = ${JSON.stringify(title)};

${types.join("\n")}`;
}

function typeOf(schema) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" | ");
  switch (schema.type) {
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "array":
      return arrayOf(schema);
    case "object":
      return objectOf(schema);
    default:
      return "unknown";
  }
}

function arrayOf(schema) {
  if (schema.prefixItems) return `readonly [${schema.prefixItems.map(typeOf).join(", ")}]`;
  return `readonly (${typeOf(schema.items ?? {})})[]`;
}

function objectOf({ properties, additionalProperties = {}, required = [] }) {
  if (!properties) return `Readonly<Record<string, ${typeOf(additionalProperties)}>>`;
  const fields = Object.entries(properties).map(
    ([name, field]) => `  readonly ${name}${required.includes(name) ? "" : "?"}: ${typeOf(field)};`,
  );
  return `{\n${fields.join("\n")}\n}`;
}

function comment({ description }) {
  return description ? `/** ${description.replaceAll("\n\n", "\n *\n * ")} */\n` : "";
}
