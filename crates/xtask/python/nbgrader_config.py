# Configuration of nbgrader for the assignments of neurocomp, written by `cargo xtask notebooks assignment`.
# It is yours to change: it is never written over.
c = get_config()  # noqa: F821 (nbgrader defines it)

c.CourseDirectory.course_id = "neurocomp"

# A statement that ends the function, whatever it is to return; the kernel answers "This exercise is not done yet".
c.ClearSolutions.code_stub = {"rust": "todo!();"}
c.ClearSolutions.begin_solution_delimeter = "// BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "// END SOLUTION"
c.ClearHiddenTests.begin_test_delimeter = "// BEGIN HIDDEN TESTS"
c.ClearHiddenTests.end_test_delimeter = "// END HIDDEN TESTS"

# Seconds for one cell of what students hand in. A cell that takes longer is interrupted, which costs its variables.
c.Execute.timeout = 300
c.Execute.startup_timeout = 120
