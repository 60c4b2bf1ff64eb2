"""`serve`, but for the page that it serves."""

from dashboard import app
from dashboard.commands.serve import serve
from tests.web import trial_app

app.app = trial_app.app
serve()
