"""What the words mean: questionnaires, answers, scores. Knows no file, database or page."""
