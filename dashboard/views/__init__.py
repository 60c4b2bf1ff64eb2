"""The pages. Everything that says `st.` is here, and nothing else.

Does: shows, asks, calls use cases. Tested through the entry script by AppTest, and in a browser.
May not know: SQL, files, how scores are made.
"""
