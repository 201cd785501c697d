// The worker that opens wraps. Its name is that of the folder on the disk that large
// files go to; without a name they stay where the browser keeps blobs.

import { serveOpening } from "../../terminal/openjob.ts";
import type { Port } from "../../terminal/openprotocol.ts";
import { diskCollect } from "./disk.ts";

const scope = self as unknown as Port & { readonly name: string };

serveOpening(scope, diskCollect(scope.name));
