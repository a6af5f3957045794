package press.broadsheet.edge;

import static press.broadsheet.problem.ProblemType.MALFORMED_REQUEST;
import static press.broadsheet.problem.ProblemType.NOT_FOUND;

import java.util.List;
import java.util.Optional;

import press.broadsheet.problem.ProblemException;

/**
 * One resource, one spelling of its path. Whatever another layer (a proxy, a cache, a guard by path) could read as another
 * path than this server does, is nothing here: empty segments, dot segments, a trailing slash, {@code ;} parameters,
 * backslashes, and any of these in percent-encoding.
 */
final class PathRule {
    /** Pages of the framework, which are directories of files. */
    private static final List<String> DIRECTORIES = List.of("/docs/", "/q/");

    private PathRule() {}

    /** What is wrong with a path as it stands in the request, still percent-encoded. */
    static Optional<ProblemException> fault(String path) {
        boolean encoded = false;
        for (int at = 0; at < path.length(); at++) {
            char character = path.charAt(at);
            if (character <= ' ' || character >= 0x7F) {
                return malformed("The path holds a character that must be percent-encoded.");
            }
            if (character == ';' || character == '\\') {
                return notFound();
            }
            encoded |= character == '%';
        }
        if (hasOddSegments(path)) {
            return notFound();
        }
        return encoded ? encodingFault(path) : Optional.empty();
    }

    private static boolean hasOddSegments(String path) {
        if (path.contains("//") || path.contains("/./") || path.contains("/../")) {
            return true;
        }
        if (path.endsWith("/.") || path.endsWith("/..")) {
            return true;
        }
        return path.length() > 1 && path.endsWith("/") && DIRECTORIES.stream().noneMatch(path::startsWith);
    }

    private static Optional<ProblemException> encodingFault(String path) {
        Optional<String> decoded = PercentEncoding.decode(path);
        if (decoded.isEmpty()) {
            return malformed("The path is not UTF-8 in percent-encoding.");
        }
        long before = path.chars().filter(PathRule::isStructure).count();
        long after = decoded.get().chars().filter(PathRule::isStructure).count();
        if (decoded.get().chars().anyMatch(Character::isISOControl)) {
            return malformed("The path holds a control character.");
        }
        return before == after && decoded.get().indexOf('%') < 0 ? Optional.empty() : notFound();
    }

    /** Characters that must not appear by decoding: they would make another path, now or when somebody decodes again. */
    private static boolean isStructure(int character) {
        return character == '/' || character == '\\' || character == ';' || character == '.';
    }

    private static Optional<ProblemException> malformed(String detail) {
        return Optional.of(ProblemException.of(MALFORMED_REQUEST, detail));
    }

    private static Optional<ProblemException> notFound() {
        return Optional.of(ProblemException.of(NOT_FOUND, "There is nothing at this address."));
    }
}
