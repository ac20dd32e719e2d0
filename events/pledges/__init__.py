"""Looking after pledges at the desk: trends, marking, the wall, messages people sent first."""
