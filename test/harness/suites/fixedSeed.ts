// Loaded before the tests, as a module like them: fast-check has other settings where it is loaded with `require`.
import fc from "fast-check";
import { isDeep } from "../depth.ts";

// Generated input is the same in each run, so that none fails by chance; at full depth it differs each time.
if (!isDeep()) fc.configureGlobal({ seed: 20_260_105 });
