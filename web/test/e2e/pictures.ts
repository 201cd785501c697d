// Takes the pictures of the page that docs shows (npm run pictures).

import { fileURLToPath } from "node:url";
import { takePictures } from "./picturing.ts";

await takePictures(process.argv[2] ?? fileURLToPath(new URL("../../../docs/", import.meta.url)));
