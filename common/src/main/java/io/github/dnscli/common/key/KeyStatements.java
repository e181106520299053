package io.github.dnscli.common.key;

import java.util.Map;

/// Makes a key of the statements `algorithm` and `secret` of a configuration.
final class KeyStatements {

    private KeyStatements() {}

    static void add(String name, Map<String, String> said, int line, KeyCollector found) {
        String algorithm = said.getOrDefault("algorithm", "");
        String secret = said.get("secret");
        var known = TsigAlgorithm.parse(algorithm);
        if (secret == null || algorithm.isEmpty()) {
            String missing = secret == null ? "secret" : "algorithm";
            found.problem(line, "key '%s' has no %s".formatted(name, missing));
        } else if (known.isEmpty()) {
            found.problem(line, "key '" + name + "': " + KeyText.unknownAlgorithm(algorithm));
        } else {
            found.add(KeyText.key(name, known.get(), secret), line);
        }
    }
}
