package io.github.dnscli.common.check;

import java.util.Locale;
import java.util.Optional;

/// Who may issue, and on which conditions: the value of `issue`, `issuewild` and `issuemail` (RFC 8659 §4.2, RFC 9495
/// §3), with the parameters of RFC 8657. To authorities, a malformed value says that nobody may issue.
final class IssuerValue {

    private boolean hasAccount;

    private IssuerValue() {}

    /// {@return what is wrong with a value}
    static Optional<String> problem(String value) {
        int semicolon = value.indexOf(';');
        String issuer = Letters.BLANK.strip(semicolon < 0 ? value : value.substring(0, semicolon));
        if (!issuer.isEmpty() && !isDomain(issuer)) {
            return Optional.of("issuer " + Quote.of(issuer) + " is not a domain name");
        }
        String parameters =
                semicolon < 0 ? "" : Letters.BLANK.strip(value.substring(semicolon + 1));
        return parameters.isEmpty() ? Optional.empty() : new IssuerValue().read(parameters);
    }

    private Optional<String> read(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            var problem = readParameter(Letters.BLANK.strip(parameter));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> readParameter(String parameter) {
        if (parameter.isEmpty()) {
            return Optional.of("a semicolon has no parameter behind it");
        }
        int equals = parameter.indexOf('=');
        String tag = equals < 0 ? parameter : Letters.BLANK.strip(parameter.substring(0, equals));
        String value = equals < 0 ? "" : Letters.BLANK.strip(parameter.substring(equals + 1));
        if (equals < 0 || !isLabel(tag) || !Letters.VISIBLE.fill(value)) {
            return Optional.of(
                    "parameter " + Quote.of(parameter) + " is not of the form 'tag=value'");
        }
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "accounturi" -> readAccount(value);
            case "validationmethods" -> readMethods(value);
            default -> Optional.empty();
        };
    }

    /// Two accounts are as good as none (RFC 8657 §3).
    private Optional<String> readAccount(String uri) {
        if (hasAccount) {
            return Optional.of("'accounturi' is given twice, which nobody can satisfy");
        }
        hasAccount = true;
        return UriForm.isUri(uri)
                ? Optional.empty()
                : Optional.of("'accounturi' wants a URI, not " + Quote.of(uri));
    }

    private static Optional<String> readMethods(String methods) {
        for (String method : methods.isEmpty() ? new String[0] : methods.split(",", -1)) {
            if (method.isEmpty() || !Letters.HOST.fill(method)) {
                return Optional.of(
                        "'validationmethods' wants names between commas, not " + Quote.of(methods));
            }
        }
        return Optional.empty();
    }

    private static boolean isDomain(String name) {
        for (String label : name.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    /// Letters, digits and inner hyphens.
    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && Letters.HOST.fill(label)
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-';
    }
}
