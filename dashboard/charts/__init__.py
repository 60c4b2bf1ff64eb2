"""Figures: from a result to a Plotly figure, and beside each the words that say the same.

A figure knows no theme, no page and no database; it draws published scores alone, and what is
missing is never drawn as 0.
"""
