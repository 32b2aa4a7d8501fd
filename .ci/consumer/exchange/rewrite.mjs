// Reads VTODOs with ical.js, whose module file is the argument, and writes them again.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const todo of calendar.getAllSubcomponents("vtodo")) {
  for (const property of todo.getAllProperties()) property.getValues(); // decodes
}
process.stdout.write(calendar.toString() + "\r\n");
