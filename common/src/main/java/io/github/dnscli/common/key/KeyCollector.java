package io.github.dnscli.common.key;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what a key file holds, and judges each key.
final class KeyCollector {

    private final String source;
    private final Map<DomainName, PlacedKey> keys = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    KeyCollector(String source) {
        this.source = source;
    }

    void add(ParsedKey parsed, int line) {
        switch (parsed) {
            case ParsedKey.Valid(var key) -> add(key, line);
            case ParsedKey.Invalid(var problem) -> problem(line, problem);
        }
    }

    private void add(TsigKey key, int line) {
        var before = keys.putIfAbsent(key.name(), new PlacedKey(key, place(line)));
        if (before == null) {
            judgeLength(key, line);
        } else if (!before.key().equals(key)) {
            problem(
                    line,
                    "key '%s' already has another secret, on line %s"
                            .formatted(key.name().display(), before.place().line()));
        }
    }

    private void judgeLength(TsigKey key, int line) {
        int length = key.secret().length;
        int wanted = key.algorithm().macLength();
        if (length < wanted) {
            find(
                    KeyFile.KEY_TOO_SHORT,
                    line,
                    "secret of key '%s' has %s octets, shorter than the %s of %s"
                            .formatted(
                                    key.name().display(),
                                    length,
                                    wanted,
                                    key.algorithm().dnsName().display()));
        }
    }

    void problem(int line, String message) {
        find(KeyFile.KEY_RECORD, line, message);
    }

    private void find(Check check, int line, String message) {
        findings.add(check.at(place(line), message));
    }

    private Place place(int line) {
        return new Place(source, line, 0);
    }

    KeyFile file() {
        return new KeyFile(source, List.copyOf(keys.values()), findings);
    }
}
