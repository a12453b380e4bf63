package vn.ocop.marketplace.platform;

import java.util.List;

/**
 * Every expected refusal. Arguments fill the sentence of the message bundle; field problems say which input is meant.
 */
public class ProblemException extends RuntimeException {

    private final transient ProblemCode problem;
    private final transient Object[] arguments;
    private final transient List<FieldProblem> fields;

    public ProblemException(ProblemCode problem, Object... arguments) {
        this(problem, List.of(), arguments);
    }

    public ProblemException(ProblemCode problem, List<FieldProblem> fields, Object... arguments) {
        // Refusals are answers, not faults: no stack trace, no suppression.
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.fields = List.copyOf(fields);
        this.arguments = arguments.clone();
    }

    public ProblemCode problem() {
        return problem;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
