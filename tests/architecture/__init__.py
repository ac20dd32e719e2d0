"""House rules that no linter knows: what is where, how large it is, what it must not hold."""
