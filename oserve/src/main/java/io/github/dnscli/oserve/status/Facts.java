package io.github.dnscli.oserve.status;

import io.github.dnscli.common.finding.SafeText;

/// Lines with a name and what is to say of it.
final class Facts {

    private static final int WIDTH = 11;

    private final StringBuilder text = new StringBuilder();

    void add(String name, String value) {
        text.append(name)
                .repeat(" ", WIDTH - name.length())
                .append(SafeText.of(value))
                .append('\n');
    }

    String text() {
        return text.toString();
    }
}
