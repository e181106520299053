package io.github.dnscli.common.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// A URI template (RFC 6570 §2).
///
/// @param text the template
/// @param variables what it wants to be told
record UriTemplate(String text, Set<String> variables) {

    /// Those of RFC 6570 §2.2 that have a meaning.
    private static final String OPERATORS = "+#./;?&";

    private static final String NEVER_LITERAL = "\"<>\\^`|}";

    /// {@return the template that a text is}
    static Optional<UriTemplate> parse(String text) {
        var variables = new LinkedHashSet<String>();
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == '{') {
                int close = text.indexOf('}', at);
                if (close < 0 || !readExpression(text.substring(at + 1, close), variables)) {
                    return Optional.empty();
                }
                at = close + 1;
            } else if (c == '%' && isEncoded(text, at)) {
                at += 3;
            } else if (c <= ' ' || c == '%' || c == 0x7f || NEVER_LITERAL.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                at++;
            }
        }
        return Optional.of(new UriTemplate(text, variables));
    }

    /// {@return whether it begins as a path does, not with the name of a scheme or host}
    boolean isPath() {
        return text.startsWith("/") && !text.startsWith("//") || text.startsWith("{/");
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length() && Letters.HEXADECIMAL.fill(text.substring(at + 1, at + 3));
    }

    private static boolean readExpression(String expression, Set<String> variables) {
        boolean hasOperator = !expression.isEmpty() && OPERATORS.indexOf(expression.charAt(0)) >= 0;
        for (String variable : expression.substring(hasOperator ? 1 : 0).split(",", -1)) {
            String name = withoutModifier(variable);
            if (!isName(name)) {
                return false;
            }
            variables.add(name);
        }
        return true;
    }

    /// Behind a name may stand `*`, or `:` and a length below 10000 (RFC 6570 §2.4).
    private static String withoutModifier(String variable) {
        if (variable.endsWith("*")) {
            return variable.substring(0, variable.length() - 1);
        }
        int colon = variable.indexOf(':');
        String digits = variable.substring(colon + 1);
        boolean isLength =
                colon >= 0
                        && !digits.isEmpty()
                        && digits.length() <= 4
                        && digits.charAt(0) != '0'
                        && Letters.DIGIT.fill(digits);
        return isLength ? variable.substring(0, colon) : variable;
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c == '%' && isEncoded(name, at)) {
                at += 2;
            } else if (c != '.' && !Letters.TAG.has(c)) {
                return false;
            }
        }
        return true;
    }
}
