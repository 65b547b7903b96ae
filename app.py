"""Opens the session, declares the pages, runs one."""

from advisor.screen import shell

shell.run()
