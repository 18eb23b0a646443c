"""`python -m claimcheck.cli`, for where the `claimcheck` script is not on the PATH."""

import sys

from claimcheck.cli.app import main

sys.exit(main())
