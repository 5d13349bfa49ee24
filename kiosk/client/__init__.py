"""The bank's API as the app sees it: one method a question, facts as answers, one tree of errors."""
