package io.github.dnscli.certifier.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.toolbox.JSON;

/// Problem documents (RFC 9457, RFC 8555 §6.7) as text: all that they say, in one line of bounded length. They come from
/// outside, so that nothing is expected of them.
final class Problems {

    private static final String PREFIX = "urn:ietf:params:acme:error:";
    private static final int MAX_LENGTH = 4000;

    private Problems() {}

    /// {@return the type without the prefix that all those of ACME share, such as `rateLimited`}
    static String type(Problem problem) {
        return type(problem.asJSON());
    }

    private static String type(JSON problem) {
        var type = text(problem, "type").orElse("problem");
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private static Optional<String> text(JSON problem, String key) {
        return problem.get(key).map(JSON.Value::asString);
    }

    /// {@return the types of a problem and of its parts}
    static List<String> types(Problem problem) {
        var types = new ArrayList<String>();
        parts(problem.asJSON()).forEach(part -> types.add(type(part)));
        types.add(type(problem));
        return types;
    }

    private static List<JSON> parts(JSON problem) {
        try {
            return problem.get("subproblems").asArray().stream().map(JSON.Value::asObject).toList();
        } catch (AcmeProtocolException _) {
            return List.of();
        }
    }

    /// {@return all of a problem}
    static String tell(Problem problem) {
        return line(told(problem.asJSON()));
    }

    private static String told(JSON problem) {
        var parts =
                parts(problem).stream().map(Problems::toldOfName).collect(Collectors.joining("; "));
        return told(problem, parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private static String told(JSON problem, String parts) {
        return type(problem)
                + ": "
                + text(problem, "detail").or(() -> text(problem, "title")).orElse("no word of why")
                + parts
                + text(problem, "instance").map(url -> ", see " + url).orElse("");
    }

    /// Parts have none of their own (RFC 8555 §6.7.1).
    private static String toldOfName(JSON problem) {
        return name(problem).map(name -> "'" + name + "': ").orElse("") + told(problem, "");
    }

    private static Optional<String> name(JSON problem) {
        try {
            return problem.get("identifier").map(name -> name.asObject().get("value").asString());
        } catch (AcmeProtocolException _) {
            return Optional.empty();
        }
    }

    /// {@return a text of others as one line}
    static String line(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
