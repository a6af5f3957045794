/**
 * What a client is told when its request cannot be answered: one catalogue of problems ({@link
 * press.broadsheet.problem.ProblemType}), one exception that says which ({@link press.broadsheet.problem.ProblemException}),
 * one place that turns every other exception into one of them, and one document (RFC 9457) for all of it.
 *
 * <p>This package knows no resource, no table and no persistence library; a database's refusal is known by its SQLSTATE.
 * An authentication mechanism must have a challenge ({@code getChallenge}): without one the framework answers a bare 401.
 * What this package must never do is let a class name, a statement, a stack frame or a version out.
 */
package press.broadsheet.problem;
