package io.github.dnscli.common.check;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with one value. A value can be long and wrong throughout: the first few are told, and suffice.
final class Problems {

    private static final int ENOUGH = 5;

    private final List<String> messages = new ArrayList<>();

    void add(String message) {
        if (messages.size() < ENOUGH) {
            messages.add(message);
        }
    }

    List<String> toList() {
        return List.copyOf(messages);
    }
}
