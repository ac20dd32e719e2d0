"""The people of the desk: who works where, how they get in, what was done to whom."""
