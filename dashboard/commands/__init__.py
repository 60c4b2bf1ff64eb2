"""The commands. Each reads its arguments, calls a use case and prints; none decides anything."""
