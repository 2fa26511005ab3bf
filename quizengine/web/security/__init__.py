"""Controls who may see what: cookies, tokens, codes, and what is withheld during open tests.

Read `identity` first (who a student is), then `teacher_cookie` (whether the teacher is signed in: `let_in` in
`web.teacher.overview` asks it before each page).
"""
