package io.github.dnscli.common.key;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the `key:` section of a Knot configuration, as `keymgr -t` prints it; other sections are passed over.
final class KnotKeys {

    private static final Pattern SECTION = Pattern.compile("(?m)^key:\\s*(#.*)?$");
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "\\s*(- *)?([A-Za-z-]+):\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s#\"']+))?\\s*(?:#.*)?");

    private final KeyCollector found;
    private final Map<String, String> said = new HashMap<>();
    private int start;

    private KnotKeys(KeyCollector found) {
        this.found = found;
    }

    static boolean areIn(String text) {
        return SECTION.matcher(text).find();
    }

    static void read(String text, KeyCollector found) {
        new KnotKeys(found).read(text);
    }

    private void read(String text) {
        boolean inside = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (SECTION.matcher(line).matches()) {
                inside = true;
            } else if (isTopLevel(line)) {
                inside = false;
            } else if (inside && !line.isBlank() && !line.strip().startsWith("#")) {
                statement(line, number);
            }
        }
        close();
    }

    private static boolean isTopLevel(String line) {
        return !line.isEmpty() && Character.isLetter(line.charAt(0));
    }

    private void statement(String line, int number) {
        var statement = STATEMENT.matcher(line);
        if (!statement.matches()) {
            found.problem(number, "line is not 'name: value'");
            return;
        }
        if (statement.group(1) != null) {
            close();
            start = number;
        }
        said.put(statement.group(2).toLowerCase(Locale.ROOT), value(statement));
    }

    private static String value(Matcher statement) {
        for (int group = 3; group <= 5; group++) {
            String value = statement.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private void close() {
        if (said.isEmpty()) {
            return;
        }
        KeyStatements.add(said.getOrDefault("id", ""), said, start, found);
        said.clear();
    }
}
