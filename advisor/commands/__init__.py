"""One module a command of the command line: `arguments` declares its options, `run` gives the exit code."""
