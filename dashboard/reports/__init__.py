"""Reports: one frozen `Report` in, the bytes of a file out.

Pure: who may see what was decided before, in the services; the day and the language are passed in.
Whatever people typed is text in every format, never a formula, a field or markup.
"""
