"""Reused pieces of pages. Each shows one thing and keeps its own widgets' state."""
