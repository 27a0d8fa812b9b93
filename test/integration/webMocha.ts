// Sets up Mocha's build for browsers, before the tests that are imported after it.
import "mocha/mocha.js";

const timeoutMs = 30_000;

// The base reporter prints nothing.
mocha.setup({ ui: "bdd", timeout: timeoutMs, slow: timeoutMs, reporter: Mocha.reporters.Base });
